// Keeps <time data-clock datetime="…"> ticking in the words the server wrote it with.
const MINUTE = 60_000;

/** The two largest units of a span, as the server's `span_words` gives them: "2 dage 3 timer". */
export function words(milliseconds, language) {
  const minutes = Math.floor(Math.abs(milliseconds) / MINUTE);
  const parts = [
    [Math.floor(minutes / 1440), "day"],
    [Math.floor((minutes % 1440) / 60), "hour"],
    [minutes % 60, "minute"],
  ];
  const first = parts.findIndex(([count]) => count > 0);
  const shown = first < 0 ? [parts[2]] : parts.slice(first, first + 2).filter(([count]) => count > 0);
  return shown.map(([count, unit]) => new Intl.NumberFormat(language, {
    style: "unit", unit, unitDisplay: "long",
  }).format(count)).join(" ");
}

function tick(clock, language) {
  const left = new Date(clock.dateTime) - Date.now();
  const pattern = left >= 0 ? clock.dataset.left : clock.dataset.over;
  clock.textContent = pattern.replace("{}", words(left, language));
  const box = clock.closest("[data-clock-box]");
  if (box && left < 0) box.classList.replace(`${box.dataset.clockBox}-soon`, `${box.dataset.clockBox}-overdue`);
}

export function keepClocks(root) {
  const clocks = [...root.querySelectorAll("time[data-clock]")];
  if (!clocks.length) return;
  const language = root.documentElement.lang || "da";
  const all = () => clocks.forEach((clock) => tick(clock, language));
  all();
  setInterval(all, 15_000);
}
