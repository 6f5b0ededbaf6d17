"use strict";
// The page is whole without this: it only adds a filter, and opens folded evidence for links and for paper.
(() => {
  const filter = document.getElementById("filter");
  if (filter) {
    filter.hidden = false;
    const field = filter.querySelector("input");
    const told = filter.querySelector("output");
    const rows = [...document.querySelectorAll("#summary tbody tr")];
    field.addEventListener("input", () => {
      const wanted = field.value.normalize("NFKC").toLocaleLowerCase();
      for (const row of rows) {
        row.hidden = !row.textContent.normalize("NFKC").toLocaleLowerCase().includes(wanted);
      }
      told.textContent = wanted ? `${rows.filter((row) => !row.hidden).length} of ${rows.length} shown` : "";
    });
  }
  const reveal = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    for (let fold = target.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    target.scrollIntoView();
  };
  addEventListener("hashchange", reveal);
  reveal();
  addEventListener("beforeprint", () => {
    for (const fold of document.querySelectorAll("details")) fold.open = true;
  });
})();
