// A page that came as the answer to a sent form: Back to it fetches the page anew, instead of
// asking whether to send the form again. What a person writes is kept by no browser.
export function answerAsPage(root) {
  if (root.body.matches("[data-answer]")) history.replaceState(history.state, "", location.href);
}
