// While a page has something marked data-wait it looks again by itself, without a reload: only the
// marked part is exchanged, so that what one is reading and where the focus is stay.
const PAUSE = 3_000;
const MOST = 40;

export function lookAgain(root) {
  if (root.querySelector("[data-wait]")) setTimeout(() => look(root, MOST), PAUSE);
}

async function look(root, left) {
  const page = await fresh();
  const old = root.querySelector("[data-again]");
  const young = page?.querySelector("[data-again]");
  if (young && !page.querySelector("[data-wait]")) return old.replaceChildren(...young.childNodes);
  if (left > 0) setTimeout(() => look(root, left - 1), PAUSE);
}

async function fresh() {
  try {
    const answer = await fetch(location.href, { credentials: "same-origin", cache: "no-store" });
    return answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
  } catch {
    return null; // no network just now; the next look may have better luck
  }
}
