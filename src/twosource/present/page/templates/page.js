"use strict";
/* Comfort only: the page says everything without it. */
(() => {
  const why = document.getElementById("why");
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  /* With scripts, what is shown only when asked for lies as text in noscript elements: here it becomes a part of the page. */
  const unpack = (root) => {
    all("noscript", root).forEach((one) => {
      const held = document.createElement("template");
      held.innerHTML = one.textContent;
      one.replaceWith(held.content);
    });
    ready(root);
  };
  const place = (name) => {
    const found = document.getElementById(name);
    if (found || !name) return found;
    const ways = [`id="${name}"`, `id=${name} `, `id=${name}>`];
    const packed = all("noscript").find((one) => ways.some((way) => one.textContent.includes(way)));
    if (packed) unpack(packed.parentElement);
    return document.getElementById(name);
  };
  const targets = () => {
    all(".hit").forEach((one) => one.classList.remove("hit"));
    const name = decodeURIComponent(location.hash.slice(1));
    const found = place(name);
    if (!found) return;
    all(".compare").forEach((part) => { if (part.contains(found) && part.sift) part.sift(true); });
    const away = found.closest(".articles.two > .article:not(.left, .right)");
    if (away) all(".beside select", away.parentElement).forEach((field) => { field.value = ""; field.dispatchEvent(new Event("change")); });
    for (let up = found; up; up = up.parentElement) if (up.tagName === "DETAILS") up.open = true;
    if (found.matches("section, main, article.story")) {
      if (found.tabIndex === -1 && found.hasAttribute("tabindex")) found.focus({ preventScroll: true });
      found.scrollIntoView();
      return;
    }
    found.classList.add("hit");
    all("[data-of]").filter((one) => one.dataset.of === name).forEach((one) => one.classList.add("hit"));
    found.scrollIntoView({ block: "center" });
  };
  addEventListener("hashchange", targets);
  document.addEventListener("toggle", (event) => { if (event.target.open) unpack(event.target); }, true);
  addEventListener("beforeprint", () => {
    if (!document.querySelector(".with-appendix:checked")) return;
    unpack(document);
    all("details").forEach((one) => { one.open = true; });
  });
  document.addEventListener("click", (event) => {
    const told = event.target.closest("[title]");
    why.hidden = !told || Boolean(event.target.closest("a[href]"));
    if (!why.hidden) why.textContent = told.title;
    all(".counted details[open]").forEach((one) => { if (!one.contains(event.target)) one.open = false; });
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    why.hidden = true;
    all(".counted details[open]").forEach((one) => { one.open = false; });
  });

  /* Sifting: what fits is taken out of the whole list and shown, so many at once as a reader can look at. */
  const MOST = 40;
  all(".compare").forEach((part) => {
    const [words, source, article] = [".f-words", ".f-source", ".f-article"].map((name) => part.querySelector(name));
    if (!words) return;
    all(".articles > .article", part.closest(".story")).forEach((one, number) => article.add(new Option(one.querySelector("b").textContent, number)));
    all("label[hidden]", part).forEach((one) => { one.hidden = false; });
    const [sifted, unsifted, told] = [".sifted", ".unsifted", ".found"].map((name) => part.querySelector(name));
    const homes = [];
    let items;
    const load = () => {
      if (items) return;
      unpack(unsifted);
      items = all("[data-articles]", unsifted).map((item) => [item, item.textContent.toLowerCase(),
        (item.dataset.sources || "").split(" "), item.dataset.articles.split(" ")]);
    };
    const home = () => { while (homes.length) { const [item, mark] = homes.pop(); mark.replaceWith(item); } };
    const holder = (item) => {
      if (item.tagName !== "TR") return item.classList.contains("claim") ? "ol.claims" : "ul.singles";
      return "table.matrix";
    };
    const box = (kind) => {
      let found = sifted.querySelector(`:scope > ${kind}`);
      if (!found) {
        const [tag, name] = kind.split(".");
        found = document.createElement(tag);
        found.className = name;
        if (tag === "table") {
          found.setAttribute("role", "table");
          found.append(unsifted.querySelector("thead").cloneNode(true), document.createElement("tbody"));
        }
        sifted.append(found);
      }
      return tagOf(found);
    };
    const tagOf = (found) => found.querySelector(":scope > tbody") || found;
    const sift = (clear) => {
      if (clear === true) [words.value, source.value, article.value] = ["", "", ""];
      const asked = words.value.toLowerCase().trim();
      const any = Boolean(asked || source.value || article.value);
      if (any) load();
      home();
      sifted.replaceChildren();
      [sifted.hidden, unsifted.hidden, told.hidden] = [!any, any, !any];
      if (!any) return;
      const hits = items.filter(([, text, sources, articles]) => text.includes(asked)
        && (!source.value || sources.includes(source.value)) && (!article.value || articles.includes(article.value)));
      hits.slice(0, MOST).forEach(([item]) => {
        const mark = document.createComment("");
        item.replaceWith(mark);
        homes.push([item, mark]);
        box(holder(item)).append(item);
      });
      told.textContent = hits.length > MOST ? `${hits.length} claims, the first ${MOST} are shown` : `${hits.length} claim${hits.length === 1 ? "" : "s"}`;
    };
    part.sift = sift;
    words.addEventListener("focus", load);
    words.addEventListener("input", sift);
    [source, article].forEach((one) => one.addEventListener("change", sift));
  });

  /* Two articles side by side. */
  all("section.articles").forEach((part) => {
    const form = part.querySelector(".beside");
    if (!form) return;
    form.hidden = false;
    const [left, right] = all("select", form);
    all(":scope > .article", part).forEach((one) => [left, right].forEach((field) => field.add(new Option(one.querySelector("b").textContent, one.id))));
    const blocks = (article) => all(".text > *", article);
    const clear = () => {
      all(".article", part).forEach((one) => one.classList.remove("left", "right"));
      all(".text > *", part).forEach((one) => { one.style.marginTop = ""; one.classList.remove("met"); });
      part.classList.remove("two");
    };
    /* Blocks that share wording, in an order that both articles keep: only those can stand at one height. */
    const met = (one, other) => {
      const at = new Map(blocks(other).map((block, row) => [block, row]));
      let last = -1;
      return blocks(one).flatMap((block) => {
        const there = (block.dataset.with || "").split(" ").map((name) => document.getElementById(name))
          .filter((found) => at.has(found) && at.get(found) > last);
        if (!there.length) return [];
        const next = there.reduce((a, b) => (at.get(a) < at.get(b) ? a : b));
        last = at.get(next);
        return [[block, next]];
      });
    };
    const lay = () => {
      clear();
      const [one, other] = [left, right].map((field) => document.getElementById(field.value));
      if (!one || !other || one === other) return;
      [one, other].forEach(unpack);
      part.classList.add("two");
      one.classList.add("left");
      other.classList.add("right");
      one.open = other.open = true;
      if (one.offsetTop !== other.offsetTop) return;
      met(one, other).forEach((pair) => {
        const [a, b] = pair.map((block) => block.getBoundingClientRect().top);
        const lower = a < b ? pair[0] : pair[1];
        lower.style.marginTop = `${Math.abs(a - b)}px`;
        /* The margin of the block before may have swallowed a part of it. */
        const [c, d] = pair.map((block) => block.getBoundingClientRect().top);
        if (c !== d) lower.style.marginTop = `${Math.abs(a - b) + Math.abs(c - d)}px`;
        pair.forEach((block) => block.classList.add("met"));
      });
    };
    [left, right].forEach((field) => field.addEventListener("change", lay));
    addEventListener("resize", lay);
    part.beside = (one, other) => {
      [left.value, right.value] = [one, other];
      lay();
      form.scrollIntoView();
    };
  });

  /* A picture of this page as PNG, twice as large as it is drawn. */
  const png = async (button) => {
    const image = new Image();
    image.src = button.parentElement.querySelector("a.save").href;
    await image.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [image.naturalWidth * 2, image.naturalHeight * 2];
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    const link = document.createElement("a");
    link.download = button.dataset.name.replace(".svg", ".png");
    link.href = canvas.toDataURL("image/png");
    link.click();
  };
  function ready(root) {
    all("a[data-n]", root).forEach((one) => one.setAttribute("aria-label", `claim ${one.dataset.n}`));
    all("button.png[hidden]", root).forEach((one) => {
      one.hidden = false;
      one.addEventListener("click", () => png(one));
    });
    all("button.read[hidden]", root).forEach((one) => {
      const part = one.closest(".story").querySelector("section.articles");
      if (!part.beside) return;
      one.hidden = false;
      one.addEventListener("click", () => part.beside(one.dataset.left, one.dataset.right));
    });
  }
  ready(document);
  targets();
})();
