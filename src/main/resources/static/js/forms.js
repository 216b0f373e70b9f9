// A form whose answer takes a while says so: its button bears the words for that. The answer is a new page.

document.addEventListener("submit", (event) => {
  const button = event.submitter;
  if (button?.dataset.busy && !event.defaultPrevented) {
    button.textContent = button.dataset.busy;
    button.setAttribute("aria-busy", "true");
    setTimeout(() => (button.disabled = true)); // after the browser has taken what the form says
  }
});

/** A button that waits for something on the page to go away. */
document.addEventListener("homeport:swapped", () => {
  for (const button of document.querySelectorAll("button[data-unless]")) {
    button.disabled = document.querySelector(button.dataset.unless) !== null;
  }
});

/** The browser goes back to a page as it was when it was left. */
window.addEventListener("pageshow", (event) => event.persisted && location.reload());
