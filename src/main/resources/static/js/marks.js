// Marks rows that came and rows that went. A new row glows and fades; a gone one stays for a moment, struck through.

const NEW_MILLIS = 4000;
const GONE_MILLIS = 5000;

const isRow = (node) => node.localName === "tr" && node.dataset.key && !node.classList.contains("details");

export function came(node) {
  if (isRow(node)) {
    node.setAttribute("data-js-new", "");
    setTimeout(() => node.removeAttribute("data-js-new"), NEW_MILLIS);
  }
}

/** @returns whether the row stays for now */
export function went(node) {
  if (!isRow(node)) {
    return false;
  }
  node.setAttribute("data-js-gone", "");
  node.setAttribute("aria-label", "gone");
  node.removeAttribute("id");
  setTimeout(() => remove(node), GONE_MILLIS);
  return true;
}

/** Focus in a row that goes moves to its neighbour instead of to nowhere. */
function remove(row) {
  if (row.contains(document.activeElement)) {
    const neighbour = row.nextElementSibling ?? row.previousElementSibling;
    neighbour?.querySelector("a")?.focus({ preventScroll: true });
  }
  row.remove();
}
