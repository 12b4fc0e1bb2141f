"use strict";
/* Comfort only: every page does its work without it. */
(() => {
  const job = document.querySelector(".job");
  const ask = async () => {
    const words = document.getElementById("words");
    const bar = document.getElementById("progress");
    try {
      const answer = await fetch(job.dataset.state, { headers: { accept: "application/json" } });
      if (!answer.ok) throw new Error(String(answer.status));
      const state = await answer.json();
      if (state.over) { location.reload(); return; }
      if (words.textContent !== state.words) words.textContent = state.words;
      document.querySelectorAll(".steps li").forEach((one, at) => { one.className = state.step[at]; });
      if (state.total) { bar.max = state.total; bar.value = state.done; } else bar.removeAttribute("value");
    } catch {
      words.textContent = "The server does not answer. Is it still running?";
    }
    setTimeout(ask, 600);
  };
  if (job) setTimeout(ask, 300);

  const drop = document.querySelector(".drop");
  if (drop) {
    const files = drop.querySelector("input");
    const told = drop.querySelector(".told");
    const tell = () => {
      const chosen = [...files.files];
      const size = chosen.reduce((sum, one) => sum + one.size, 0);
      const wrong = chosen.length > Number(files.dataset.count) ? "These are too many files at once."
        : size > Number(files.dataset.most) ? "These files are too large to be sent at once." : "";
      files.setCustomValidity(wrong);
      told.classList.toggle("wrong", Boolean(wrong));
      told.textContent = wrong || chosen.map((one) => one.name).join(", ");
    };
    files.addEventListener("change", tell);
    for (const kind of ["dragenter", "dragover"]) drop.addEventListener(kind, (event) => { event.preventDefault(); drop.classList.add("near"); });
    for (const kind of ["dragleave", "drop"]) drop.addEventListener(kind, () => drop.classList.remove("near"));
    drop.addEventListener("drop", (event) => { event.preventDefault(); files.files = event.dataTransfer.files; tell(); });
  }
})();
