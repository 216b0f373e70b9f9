// What the reader is told of how fresh the page is: live, paused or cut off, and when it was last confirmed.

const WORDS = { on: "Live.", paused: "Paused.", lost: "Connection lost, trying again." };

const state = { connected: false, wasLost: false, paused: false, missed: 0, confirmedAt: Date.now() };

const root = () => document.getElementById("live");

export const isPaused = () => state.paused;

/** The stream is open, or broken. */
export function connected(on) {
  state.connected = on;
  state.wasLost = !on;
  show();
}

/** The server said what there is now. */
export function confirmed() {
  state.confirmedAt = Date.now();
  show();
}

/** A change came while the page was paused. */
export function missed() {
  state.missed += 1;
  show();
}

/** @returns whether the page is paused from now on */
export function togglePause() {
  state.paused = !state.paused;
  state.missed = 0;
  show();
  return state.paused;
}

/** The reader looks at what there is now, though the page is paused. */
export function caughtUp() {
  state.missed = 0;
}

function mode() {
  if (state.paused) {
    return "paused";
  }
  return state.connected ? "on" : state.wasLost ? "lost" : "";
}

/** Writes it all down; called again after each change of the page, which may bring new elements for it. */
export function show() {
  const now = mode();
  document.documentElement.dataset.live = now;
  if (!now) {
    return; // what the server wrote still holds
  }
  write(root().querySelector("[data-live-state]"), WORDS[now]);
  const pause = root().querySelector('[data-action="pause"]');
  pause.setAttribute("aria-pressed", String(state.paused));
  write(pause, state.paused ? "Go on" : "Pause");
  showAge();
}

function showAge() {
  if (!mode()) {
    return;
  }
  const changes = state.missed === 1 ? ", one change since" : `, ${state.missed} changes since`;
  write(root().querySelector("[data-live-age]"), `Updated ${ago(Date.now() - state.confirmedAt)}${state.missed ? changes : ""}`);
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

/** From now on the words are ours. They are touched only when they differ: a screen reader would read them again. */
function write(element, text) {
  element.setAttribute("data-js-keep", "");
  if (element.textContent !== text) {
    element.textContent = text;
  }
}

if (root()) {
  setInterval(showAge, 1000);
}
