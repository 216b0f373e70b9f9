// The scripts of every page. Each page is complete without them; they make it live and quick to use.
import "./live.js";
import "./keys.js";
import "./copy.js";
import "./rows.js";
import "./forms.js";

for (const element of document.querySelectorAll("[data-js-only]")) {
  element.hidden = false;
}
