// <div data-shown-when="field=value other=value"> stands open without script; with script it is
// put away until one of the named choices is made.
export function revealByChoice(root) {
  const blocks = [...root.querySelectorAll("[data-shown-when]")];
  if (!blocks.length) return;
  const all = () => blocks.forEach(settle);
  root.addEventListener("change", all);
  window.addEventListener("pageshow", all);
  all();
}

function settle(block) {
  const scope = block.closest("form") ?? document;
  const shown = block.dataset.shownWhen.split(" ").some((pair) => {
    const [name, value] = pair.split("=");
    return [...scope.querySelectorAll(`[name="${CSS.escape(name)}"]`)].some((field) =>
      field.value === value && (field.matches("select, [type=hidden]") || field.checked));
  });
  block.classList.toggle("is-put-away", !shown);
}
