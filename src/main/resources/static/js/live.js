// Keeps the part of the page with the id "live" up to date. The stream tells that a reading changed; then, and only
// then, the page's own URL is asked for its fragment, which is morphed into the page.
import { morph } from "./morph.js";
import { follow } from "./stream.js";

const GONE_MILLIS = 5000;
const NEW_MILLIS = 4000;

const state = { paused: false, connected: false, lostAt: null, updatedAt: Date.now(), missed: 0, asking: 0, again: false, byStream: false };

const live = () => document.getElementById("live");

htmx.defineExtension("keyed", {
  isInlineSwap: (style) => style === "keyed",
  handleSwap: (style, target, fragment) => {
    if (style !== "keyed") {
      return false;
    }
    return swap(target, fragment.querySelector("#live") ?? fragment.firstElementChild);
  },
});

/** Morphs the fragment in; rows that came or went are marked when the machine changed, not when the reader chose. */
function swap(target, root) {
  const added = [];
  const focused = document.activeElement;
  const mark = state.byStream;
  morph(target, root, {
    added: (node) => {
      added.push(node);
      reveal(node);
      if (mark && isRow(node)) {
        node.setAttribute("data-js-new", "");
        setTimeout(() => node.removeAttribute("data-js-new"), NEW_MILLIS);
      }
    },
    removed: (node) => mark && isRow(node) && !node.classList.contains("details") && leave(node),
  });
  if (focused?.isConnected && document.activeElement !== focused) {
    focused.focus({ preventScroll: true });
  }
  showState();
  return added;
}

const isRow = (node) => node.localName === "tr";

function reveal(node) {
  for (const element of node.querySelectorAll("[data-js-only]")) {
    element.hidden = false;
  }
}

/** A gone row stays for a moment, struck through. */
function leave(row) {
  row.setAttribute("data-js-gone", "");
  row.setAttribute("aria-label", "gone");
  row.removeAttribute("id");
  setTimeout(() => {
    if (row.contains(document.activeElement)) {
      (row.nextElementSibling ?? row.previousElementSibling)?.querySelector("a")?.focus({ preventScroll: true });
    }
    row.remove();
  }, GONE_MILLIS);
  return true;
}

/** Asks for the fragment; while something is being asked already, once more afterwards. */
function ask(byStream) {
  if (state.asking > 0) {
    state.again = true;
    return;
  }
  const revision = byStream ? live().dataset.revision : "";
  state.byStream = byStream;
  htmx.ajax("GET", location.pathname + location.search, { source: "#live", target: "#live", swap: "keyed", values: { revision } });
}

function changed(reading, revision) {
  if (!live().dataset.readings.split(" ").includes(reading) || live().dataset.revision.split("~").includes(revision)) {
    return;
  }
  if (state.paused) {
    state.missed += 1;
    showState();
  } else {
    ask(true);
  }
}

function showState() {
  const root = live();
  const words = root.querySelector("[data-live-state]");
  const mode = state.paused ? "paused" : state.connected ? "on" : state.lostAt ? "lost" : "";
  root.setAttribute("data-js-mode", mode);
  document.documentElement.dataset.live = mode;
  if (!words || !mode) {
    return;
  }
  const text = { on: "Live.", paused: "Paused.", lost: "Connection lost, trying again." }[mode];
  if (words.textContent !== text) {
    words.textContent = text;
  }
  const pause = root.querySelector('[data-action="pause"]');
  pause.setAttribute("aria-pressed", String(state.paused));
  const label = state.paused ? "Go on" : "Pause";
  if (pause.textContent !== label) {
    pause.textContent = label;
  }
  showAge();
}

function showAge() {
  const age = live()?.querySelector("[data-live-age]");
  if (!age || document.documentElement.dataset.live === "") {
    return;
  }
  const changes = state.missed === 1 ? ", one change since" : `, ${state.missed} changes since`;
  const text = `Updated ${ago(Date.now() - state.updatedAt)}${state.paused && state.missed ? changes : ""}`;
  if (age.textContent !== text) {
    age.textContent = text;
  }
}

function ago(millis) {
  const seconds = Math.floor(millis / 1000);
  if (seconds < 1) {
    return "just now";
  }
  if (seconds < 120) {
    return `${seconds} s ago`;
  }
  return seconds < 7200 ? `${Math.floor(seconds / 60)} min ago` : `${Math.floor(seconds / 3600)} h ago`;
}

function pause() {
  state.paused = !state.paused;
  if (!state.paused) {
    state.missed = 0;
    ask(true);
  }
  showState();
}

function refresh() {
  state.missed = 0;
  ask(false);
}

if (live()) {
  document.body.addEventListener("htmx:configRequest", (event) => {
    const link = event.detail.elt.closest("a[href]");
    if (link) {
      event.detail.path = link.getAttribute("href"); // htmx remembers the one that the link had at first
    }
  });
  document.body.addEventListener("htmx:beforeRequest", (event) => {
    state.asking += 1;
    if (event.detail.elt.id !== "live") {
      state.byStream = false;
    }
  });
  document.body.addEventListener("htmx:afterRequest", (event) => {
    state.asking = Math.max(0, state.asking - 1);
    if (event.detail.successful) {
      state.updatedAt = Date.now();
      showAge();
    }
    if (state.again && state.asking === 0) {
      state.again = false;
      ask(true);
    }
  });
  document.addEventListener("click", (event) => {
    const action = event.target.closest?.("[data-action]")?.dataset.action;
    if (action === "pause") {
      pause();
    } else if (action === "refresh") {
      event.preventDefault();
      event.stopPropagation();
      refresh();
    }
  }, true);
  document.addEventListener("homeport:pause", pause);
  document.addEventListener("homeport:refresh", refresh);
  setInterval(showAge, 1000);
  follow(live().dataset.readings.split(" "), {
    changed,
    state: (on) => {
      state.connected = on;
      state.lostAt = on ? null : Date.now();
      showState();
    },
  });
}
