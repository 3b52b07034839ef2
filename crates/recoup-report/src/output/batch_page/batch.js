// Filters by words and strategy, sorts by a click on a head. All text goes in as text.
(() => {
  const [STRATEGY, FIRST_NUMBER] = [3, 4];
  const body = document.querySelector("#runs tbody");
  const rows = [...body.rows];
  const [words, strategy, shown] = ["words", "strategy", "shown"].map((id) => document.getElementById(id));
  const strategyOf = (row) => row.cells[STRATEGY].textContent;
  document.documentElement.classList.add("script");

  for (const name of [...new Set(rows.map(strategyOf))].sort()) {
    const option = document.createElement("option");
    option.value = option.textContent = name;
    strategy.append(option);
  }

  const filter = () => {
    const wanted = words.value.toLowerCase().split(/\s+/);
    let number = 0;
    for (const row of rows) {
      const text = row.textContent.toLowerCase();
      row.hidden = !wanted.every((word) => text.includes(word)) || (strategy.value !== "" && strategyOf(row) !== strategy.value);
      number += row.hidden ? 0 : 1;
    }
    shown.textContent = shown.dataset.say.replace("%1", number).replace("%2", rows.length);
  };
  words.addEventListener("input", filter);
  strategy.addEventListener("input", filter);
  document.getElementById("filter").addEventListener("submit", (event) => event.preventDefault());

  const heads = [...document.querySelectorAll("#runs thead th")];
  const keyOf = (row, column) => {
    const { dataset, textContent } = row.cells[column];
    return dataset.value === undefined ? textContent : dataset.value === "" ? null : Number(dataset.value);
  };
  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    head.replaceChildren(button);
    button.addEventListener("click", () => {
      const now = head.getAttribute("aria-sort");
      const down = now === null ? column >= FIRST_NUMBER : now === "ascending";
      heads.forEach((other) => other.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      rows.sort((a, b) => {
        const [x, y] = [keyOf(a, column), keyOf(b, column)];
        // What has no number stands last either way.
        if (x === null || y === null) return (x === null) - (y === null);
        const order = typeof x === "number" ? x - y : x.localeCompare(y);
        return down ? -order : order;
      });
      body.append(...rows);
    });
  });
  filter();
})();
