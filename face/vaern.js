// What the pages do a little better with script. Every page works without it.
import ErrorSummary from "./node_modules/dkfds/src/js/components/error-summary.js";
import { keepClocks } from "./parts/clock.js";
import { sendOnce } from "./parts/once.js";
import { showFileNames } from "./parts/files.js";
import { revealByChoice } from "./parts/reveal.js";
import { closeMenus } from "./parts/menu.js";
import { lookAgain } from "./parts/again.js";
import { answerAsPage } from "./parts/back.js";

document.querySelectorAll("[data-module='error-summary']").forEach((box) => new ErrorSummary(box).init());
keepClocks(document);
sendOnce(document);
showFileNames(document);
revealByChoice(document);
closeMenus(document);
lookAgain(document);
answerAsPage(document);
