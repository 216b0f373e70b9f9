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

/** What each button says when it has nothing to say: a second click may come before that. */
const labels = new WeakMap();

function say(button, word) {
  const label = labels.get(button) ?? button.textContent;
  labels.set(button, label);
  button.textContent = word;
  setTimeout(() => (button.textContent = label), 2000);
}
