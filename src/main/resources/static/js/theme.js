// Runs before the first paint, so that a chosen theme does not flash. Without a choice the system decides.
(() => {
  const themes = ["system", "light", "dark"];
  const root = document.documentElement;

  function stored() {
    try {
      return localStorage.getItem("homeport-theme");
    } catch {
      return null; // a browser that keeps nothing
    }
  }

  function apply(theme) {
    if (theme === "system") {
      delete root.dataset.theme;
    } else {
      root.dataset.theme = theme;
    }
    for (const name of document.querySelectorAll("[data-theme-name]")) {
      name.textContent = theme;
    }
  }

  let current = themes.includes(stored()) ? stored() : "system";
  apply(current);
  document.addEventListener("DOMContentLoaded", () => apply(current));
  document.addEventListener("homeport:theme", () => {
    current = themes[(themes.indexOf(current) + 1) % themes.length];
    try {
      localStorage.setItem("homeport-theme", current);
    } catch {
      // lasts until the page is left
    }
    apply(current);
  });
})();
