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
    getSelection().selectAllChildren(button.parentElement.querySelector("code"));
    say(button, "Selected");
  }
});

function say(button, word) {
  button.textContent = word;
  setTimeout(() => (button.textContent = "Copy"), 2000);
}
