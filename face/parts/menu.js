// The phone menu closes on Escape and on a press outside it.
export function closeMenus(root) {
  const menus = () => [...root.querySelectorAll("details[data-menu][open]")];
  root.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    menus().forEach((menu) => {
      menu.open = false;
      menu.querySelector("summary").focus();
    });
  });
  root.addEventListener("click", (event) => menus()
    .filter((menu) => !menu.contains(event.target)).forEach((menu) => { menu.open = false; }));
}
