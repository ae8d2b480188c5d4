// Shows the names and sizes of chosen files, and lets files be dropped on the box.
export function showFileNames(root) {
  root.querySelectorAll("[data-file-drop]").forEach((box) => {
    const input = box.querySelector("input[type=file]");
    const list = box.querySelector("[data-file-names]");
    input.addEventListener("change", () => list.replaceChildren(...[...input.files].map(row)));
    takeDrops(box, input);
  });
}

function row(file) {
  const item = document.createElement("li");
  const size = document.createElement("span");
  size.className = "file-size";
  size.textContent = sizeWords(file.size);
  item.append(file.name, size);
  return item;
}

function sizeWords(bytes) {
  const language = document.documentElement.lang || "da";
  const [amount, unit] = bytes < 1e6 ? [Math.max(1, bytes / 1e3), "kilobyte"] : [bytes / 1e6, "megabyte"];
  return new Intl.NumberFormat(language, { style: "unit", unit, maximumFractionDigits: unit === "megabyte" ? 1 : 0 }).format(amount);
}

function takeDrops(box, input) {
  const over = (state) => (event) => {
    event.preventDefault();
    box.classList.toggle("is-over", state);
  };
  box.addEventListener("dragover", over(true));
  box.addEventListener("dragleave", over(false));
  box.addEventListener("drop", (event) => {
    over(false)(event);
    const together = new DataTransfer();
    if (input.multiple) for (const file of input.files) together.items.add(file);
    for (const file of event.dataTransfer.files) if (input.multiple || !together.files.length) together.items.add(file);
    input.files = together.files;
    input.dispatchEvent(new Event("change"));
  });
}
