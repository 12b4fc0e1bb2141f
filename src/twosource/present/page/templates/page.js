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
    const away = found.closest(".articles.two > .article:not(.left, .right)");
    if (away) all(".beside select", away.parentElement).forEach((field) => { field.value = ""; field.dispatchEvent(new Event("change")); });
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
    const [words, source, article] = [".f-words", ".f-source", ".f-article"].map((name) => part.querySelector(name));
    if (!words) return;
    all("label[hidden]", part).forEach((one) => { one.hidden = false; });
    const items = all("[data-articles]", part).map((item) => [item,
      item.textContent.toLowerCase() + all("td:not(.empty)", item).map((cell) => cell.dataset.outlet.toLowerCase()).join(" "),
      item.dataset.sources.split(" "), item.dataset.articles.split(" ")]);
    const folds = all("details.fold, details.sub", part);
    const sift = () => {
      const asked = words.value.toLowerCase().trim();
      items.forEach(([item, text, sources, articles]) => {
        item.hidden = !(text.includes(asked) && (!source.value || sources.includes(source.value))
          && (!article.value || articles.includes(article.value)));
      });
      const any = Boolean(asked || source.value || article.value);
      folds.forEach((fold) => { if (any) fold.open = Boolean(fold.querySelector("[data-articles]:not([hidden])")); });
    };
    words.addEventListener("input", sift);
    [source, article].forEach((one) => one.addEventListener("change", sift));
  });
  all("section.articles").forEach((part) => {
    const form = part.querySelector(".beside");
    if (!form) return;
    form.hidden = false;
    const [left, right] = all("select", form);
    const blocks = (article) => all(".block", article);
    const clear = () => {
      all(".article", part).forEach((one) => one.classList.remove("left", "right"));
      all(".block", part).forEach((one) => { one.style.marginTop = ""; one.classList.remove("met"); });
      part.classList.remove("two");
    };
    /* Blocks that share wording, in an order that both articles keep: only those can stand at one height. */
    const met = (one, other) => {
      const place = new Map(blocks(other).map((block, at) => [block, at]));
      let last = -1;
      return blocks(one).flatMap((block) => {
        const there = (block.dataset.with || "").split(" ").map((name) => document.getElementById(name))
          .filter((found) => place.has(found) && place.get(found) > last);
        if (!there.length) return [];
        const next = there.reduce((a, b) => (place.get(a) < place.get(b) ? a : b));
        last = place.get(next);
        return [[block, next]];
      });
    };
    const lay = () => {
      clear();
      const [one, other] = [left, right].map((field) => document.getElementById(field.value));
      if (!one || !other || one === other) return;
      part.classList.add("two");
      one.classList.add("left");
      other.classList.add("right");
      one.open = other.open = true;
      if (one.offsetTop !== other.offsetTop) return;
      met(one, other).forEach((pair) => {
        const [a, b] = pair.map((block) => block.getBoundingClientRect().top);
        const lower = a < b ? pair[0] : pair[1];
        lower.style.marginTop = `${Math.abs(a - b)}px`;
        pair.forEach((block) => block.classList.add("met"));
      });
    };
    [left, right].forEach((field) => field.addEventListener("change", lay));
    addEventListener("resize", lay);
    all(".pairs .read", part.parentElement).forEach((one) => {
      one.hidden = false;
      one.addEventListener("click", () => {
        [left.value, right.value] = [one.dataset.left, one.dataset.right];
        lay();
        form.scrollIntoView();
      });
    });
  });
  targets();
})();
