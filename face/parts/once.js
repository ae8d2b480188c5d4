// A form is sent once: the second press of an impatient thumb does nothing.
export function sendOnce(root) {
  root.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method !== "post" || event.defaultPrevented) return;
    if (form.dataset.sent) return event.preventDefault();
    form.dataset.sent = "yes";
    // After the event, so that the pressed button's own name and value still go along.
    setTimeout(() => form.querySelectorAll("button").forEach(busy), 0);
  });
  // Back from the next page: the form must be usable again.
  window.addEventListener("pageshow", () => root.querySelectorAll("form[data-sent]").forEach((form) => {
    delete form.dataset.sent;
    form.querySelectorAll("button.is-busy").forEach(ready);
  }));
}

function busy(button) {
  button.classList.add("is-busy");
  button.setAttribute("aria-disabled", "true");
}

function ready(button) {
  button.classList.remove("is-busy");
  button.removeAttribute("aria-disabled");
}
