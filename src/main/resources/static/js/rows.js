// A click anywhere in a row opens its details, unless it hits a link or selects text.

document.addEventListener("click", (event) => {
  const row = event.target.closest?.("tbody tr:not(.details)");
  if (!row || event.target.closest("a, button") || getSelection().type === "Range") {
    return;
  }
  row.querySelector("a.toggle")?.click();
});
