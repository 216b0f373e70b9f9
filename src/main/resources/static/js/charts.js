// Draws the charts of a page from the tables below them: one source for both, so that they cannot disagree. A figure
// names its kind of chart; the columns of its table bear what they are. Drawn when it comes near the window, again when the
// page changes, in other colours when the theme does, and all of them for paper.
import { settings } from "./chart-kinds.js";

const drawn = new Map();

/** The columns that belong together, one for each name, with the values of all rows, the oldest row first. */
function series(figure) {
  const heads = [...figure.querySelectorAll("thead th")];
  const rows = [...figure.querySelectorAll("tbody tr")].filter((row) => !row.hasAttribute("data-js-gone"));
  const lines = new Map();
  heads.forEach((head, column) => {
    const { name, role } = head.dataset;
    if (name) {
      const values = rows.map((row) => number(row.cells[column]?.dataset.value));
      lines.set(name, { ...lines.get(name), name, [role]: values });
    }
  });
  const places = rows.map((row) => ({ at: Number(row.dataset.at), to: number(row.dataset.to), label: row.cells[0].textContent.trim() }));
  return { places, lines: [...lines.values()] };
}

function number(text) {
  return text === undefined || text === "NaN" ? null : Number(text);
}

/** The page's colours as they are now: a canvas knows no custom properties. */
function colours(figure) {
  const probe = document.createElement("span");
  figure.append(probe);
  const resolve = (token) => {
    probe.style.color = `var(--${token})`;
    return getComputedStyle(probe).color;
  };
  const palette = {
    ink: resolve("ink"),
    quiet: resolve("quiet"),
    line: resolve("line"),
    surface: resolve("surface"),
    alarm: resolve("alarm"),
    lines: [resolve("accent"), resolve("address"), resolve("containers")],
    font: getComputedStyle(document.body).fontFamily,
  };
  probe.remove();
  return palette;
}

function draw(figure) {
  const canvas = figure.querySelector("canvas");
  if (!canvas) {
    return; // nothing was measured
  }
  nearby.unobserve(figure);
  const known = drawn.get(canvas);
  const next = settings(figure, series(figure), colours(figure));
  if (known) {
    known.data = next.data;
    known.options = next.options;
    known.update("none");
  } else {
    drawn.set(canvas, new Chart(canvas, next));
  }
}

function forgetGone() {
  for (const [canvas, chart] of drawn) {
    if (!canvas.isConnected) {
      chart.destroy();
      drawn.delete(canvas);
    }
  }
}

const figures = () => document.querySelectorAll("figure[data-chart]");

/** Each in its turn, so that the reader's own doings come between. Nobody waits for what is far below the window. */
const nearby = new IntersectionObserver(
  (seen) => seen.filter((one) => one.isIntersecting).forEach((one) => setTimeout(() => draw(one.target))),
  { rootMargin: "100px" },
);

/** What is drawn already is drawn again at once: it may not disagree with its table for a moment. */
function drawAgain() {
  forgetGone();
  nearby.disconnect();
  for (const figure of figures()) {
    if (drawn.has(figure.querySelector("canvas"))) {
      draw(figure);
    } else {
      nearby.observe(figure);
    }
  }
}

function drawForPaper() {
  forgetGone();
  figures().forEach(draw);
  drawn.forEach((chart) => chart.resize());
}

/** The library is as large as all the rest of the page, which is there before it is asked for. */
function fetchLibrary() {
  const script = document.createElement("script");
  script.src = document.getElementById("charts").dataset.library;
  script.addEventListener("load", begin);
  document.head.append(script);
}

function begin() {
  drawAgain();
  document.addEventListener("homeport:swapped", drawAgain);
  document.addEventListener("homeport:theme", () => requestAnimationFrame(drawAgain));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawAgain);
  matchMedia("print").addEventListener("change", drawForPaper);
}

if (document.readyState === "complete") {
  fetchLibrary();
} else {
  addEventListener("load", fetchLibrary);
}
