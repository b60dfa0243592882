// Sort, filter and search the tables. The page is complete without this.
"use strict";
for (const table of document.querySelectorAll("table[data-sorts]")) {
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => sortBy(table, heads, column));
  });
}

function sortBy(table, heads, column) {
  const down = heads[column].getAttribute("aria-sort") === "ascending";
  heads.forEach((head) => head.removeAttribute("aria-sort"));
  heads[column].setAttribute("aria-sort", down ? "descending" : "ascending");
  const body = table.tBodies[0];
  const value = (row) => row.cells[column].dataset.value ?? row.cells[column].textContent.trim();
  // A file that cannot be read has one wide cell in place of its values.
  const isStated = (row) => row.cells[column]?.colSpan === 1;
  const rows = [...body.rows].map((row) => [isStated(row) ? value(row) : "", row]);
  const asNumber = rows.every(([text]) => text === "" || !Number.isNaN(Number(text)));
  const compare = (one, other) => (asNumber ? Number(one) - Number(other) : one.localeCompare(other, "en-GB"));
  // What is not stated comes last either way.
  rows.sort(([one], [other]) =>
    one === "" || other === "" ? (one === "") - (other === "") : (down ? -1 : 1) * compare(one, other));
  body.append(...rows.map(([, row]) => row));
}

const form = document.querySelector("form.search");
if (form) {
  const field = (id) => document.getElementById(id);
  const rows = [...document.querySelectorAll("#submissions tbody tr")];
  const texts = new Map(rows.map((row) => [row, row.textContent.toLowerCase()]));
  const show = () => {
    const words = field("search").value.toLowerCase().split(/\s+/).filter(Boolean);
    const [kind, team, errors] = ["form", "team", "errors"].map((id) => field(id).value);
    let shown = 0;
    for (const row of rows) {
      const some = row.dataset.errors !== "0";
      row.hidden = !(words.every((word) => texts.get(row).includes(word))
        && (!kind || row.dataset.form === kind)
        && (!team || row.dataset.team.split("|").includes(team))
        && (!errors || some === (errors === "some")));
      shown += row.hidden ? 0 : 1;
    }
    field("found").textContent = shown === rows.length ? "" : `${shown} of ${rows.length} shown`;
  };
  form.hidden = false;
  form.addEventListener("input", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  // A link leads to a row that a filter may hide.
  window.addEventListener("hashchange", () => {
    const row = document.querySelector(`#submissions tr[id="${location.hash.slice(1)}"]`);
    if (row?.hidden) {
      form.reset();
      show();
      row.scrollIntoView();
    }
  });
}

// Paper shows whose names stand behind "and 3 others".
const folded = [...document.querySelectorAll("td details, main > ul details")];
window.addEventListener("beforeprint", () => folded.forEach((one) => { one.dataset.was = one.open; one.open = true; }));
window.addEventListener("afterprint", () => folded.forEach((one) => { one.open = one.dataset.was === "true"; }));
