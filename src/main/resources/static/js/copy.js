// Copies a command. Where the page may not use the clipboard (plain HTTP from another machine), it selects the text.

document.addEventListener("click", async (event) => {
  const button = event.target.closest?.('[data-action="copy"]');
  if (!button) {
    return;
  }
  try {
    await navigator.clipboard.writeText(button.dataset.copy);
    say(button, "Copied");
  } catch {
    const text = button.parentElement.querySelector("[data-copied]") ?? button.parentElement.querySelector("code");
    text.closest("details")?.setAttribute("open", "");
    getSelection().selectAllChildren(text);
    say(button, "Selected");
  }
});

function say(button, word) {
  button.dataset.label ??= button.textContent;
  button.textContent = word;
  setTimeout(() => (button.textContent = button.dataset.label), 2000);
}
