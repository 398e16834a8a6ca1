
"use strict";

// Rows by one column: figures by their value, texts by the page's language; what is missing stays last either way.
function order(cells, descending, language) {
  const words = new Intl.Collator(language, { numeric: true });
  const figures = cells.every((cell) => cell.value !== null || cell.missing);
  const places = cells.map((cell, place) => place);
  places.sort((a, b) => {
    const one = cells[a], other = cells[b];
    if (one.missing || other.missing) return one.missing - other.missing || a - b;
    const way = figures ? one.value - other.value : words.compare(one.text, other.text);
    return (descending ? -way : way) || a - b;
  });
  return places;
}

function read(cell) {
  const text = cell.textContent.trim(), given = cell.dataset.v;
  const value = given === undefined || given === "" ? null : Number(given);
  return { text, value, missing: text === "" || text === "—" };
}

function sort(table, column, descending) {
  const body = table.tBodies[0], rows = Array.from(body.rows);
  const cells = rows.map((row) => read(row.cells[column]));
  order(cells, descending, document.documentElement.lang).forEach((place) => body.append(rows[place]));
  Array.from(table.tHead.rows[0].cells).forEach((head, at) => {
    if (at === column) head.setAttribute("aria-sort", descending ? "descending" : "ascending");
    else head.removeAttribute("aria-sort");
  });
}

function makeSortable(table) {
  const choice = document.createElement("select");
  choice.append(new Option(table.dataset.sort, ""));
  choice.className = "sorter";
  choice.setAttribute("aria-label", table.dataset.sort);
  Array.from(table.tHead.rows[0].cells).forEach((head, column) => {
    // A header that is repeated on every printed page must be text: buttons are drawn on the first only.
    const button = document.createElement("button"), printed = document.createElement("span");
    button.type = "button";
    button.textContent = printed.textContent = head.textContent;
    printed.className = "printed";
    head.replaceChildren(button, printed);
    button.addEventListener("click", () => sort(table, column, head.getAttribute("aria-sort") === "ascending"));
    choice.append(new Option(`${button.textContent} ↑`, `${column}`), new Option(`${button.textContent} ↓`, `-${column}`));
  });
  // Where there is no room for a header, on a phone, its columns are chosen from a list.
  choice.addEventListener("change", () => {
    if (choice.value !== "") sort(table, Math.abs(Number(choice.value)), choice.value.startsWith("-"));
  });
  table.before(choice);
}

function makeFilter(place) {
  const choice = document.createElement("select");
  const label = document.createElement("label");
  choice.append(new Option(place.dataset.all, ""));
  JSON.parse(place.dataset.groups).forEach((name, at) => choice.append(new Option(name, String(at + 1))));
  label.append(`${place.dataset.label} `, choice);
  choice.addEventListener("change", () => {
    document.querySelectorAll("[data-group]").forEach((part) => {
      part.hidden = choice.value !== "" && part.dataset.group !== choice.value;
    });
  });
  place.append(label);
}

if (typeof document !== "undefined") {
  document.querySelectorAll("table[data-sort]").forEach(makeSortable);
  document.querySelectorAll("[data-groups]").forEach(makeFilter);
}
