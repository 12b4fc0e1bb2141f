"use strict";
/* Comfort only: the page says everything without it. */
(() => {
  const why = document.getElementById("why");
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const targets = () => {
    all(".hit").forEach((one) => one.classList.remove("hit"));
    const name = decodeURIComponent(location.hash.slice(1));
    const found = name && document.getElementById(name);
    if (!found) return;
    for (let up = found; up; up = up.parentElement) if (up.tagName === "DETAILS") up.open = true;
    found.classList.add("hit");
    all("[data-of]").filter((one) => one.dataset.of === name).forEach((one) => one.classList.add("hit"));
    found.scrollIntoView({ block: "center" });
  };
  addEventListener("hashchange", targets);
  addEventListener("beforeprint", () => all("details").forEach((one) => { one.open = true; }));
  document.addEventListener("click", (event) => {
    const told = event.target.closest("[title]");
    why.hidden = !told || Boolean(event.target.closest("a[href]"));
    if (!why.hidden) why.textContent = told.title;
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") why.hidden = true; });
  all(".compare").forEach((part) => {
    const field = part.querySelector(".f-words");
    if (!field) return;
    field.closest("label").hidden = false;
    const rows = all("tbody tr", part).map((row) => [row, row.textContent.toLowerCase() + all("td:not(.empty)", row).map((cell) => cell.dataset.outlet.toLowerCase()).join(" ")]);
    field.addEventListener("input", () => {
      const words = field.value.toLowerCase().trim();
      rows.forEach(([row, text]) => { row.hidden = !text.includes(words); });
    });
  });
  targets();
})();
