// Keys: "/" search, "r" refresh, "p" pause, "t" theme, "g" and a letter to go to a page, "?" help, Esc clear.

const GO_MILLIS = 1500;
let goUntil = 0;

const tell = (what) => document.dispatchEvent(new CustomEvent(`homeport:${what}`));
const help = () => document.getElementById("help");
const search = () => document.querySelector("input[type=search]");

function isTyping(target) {
  return target.matches("input, textarea, select, [contenteditable]");
}

function clear() {
  const field = search();
  if (field && field.value !== "") {
    field.value = "";
    field.dispatchEvent(new Event("input", { bubbles: true }));
  } else if (field && document.activeElement === field) {
    field.blur();
  }
}

const actions = {
  "/": () => search()?.focus(),
  r: () => tell("refresh"),
  p: () => tell("pause"),
  t: () => tell("theme"),
  g: () => (goUntil = Date.now() + GO_MILLIS),
  "?": () => help().showModal(),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || help().open) {
    return;
  }
  if (event.key === "Escape") {
    clear();
    return;
  }
  if (isTyping(event.target)) {
    return;
  }
  if (Date.now() < goUntil) {
    goUntil = 0;
    const page = document.querySelector(`nav a[data-key-hint="${CSS.escape(event.key)}"]`);
    if (page) {
      event.preventDefault();
      page.click();
      return;
    }
  }
  const action = actions[event.key];
  if (action) {
    event.preventDefault();
    action();
  }
});

document.addEventListener("click", (event) => {
  const action = event.target.closest?.("[data-action]")?.dataset.action;
  if (action === "theme") {
    tell("theme");
  } else if (action === "help") {
    help().showModal();
  }
});
