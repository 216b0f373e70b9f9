// Keeps the part of the page with the id "live" up to date. The stream tells that a reading changed; then, and only
// then, the page's own URL is asked for its fragment, which is morphed into the page. What the reader chooses (a filter,
// an order, an open row) goes the same way, and stands in the URL.
import { morph } from "./morph.js";
import { follow } from "./stream.js";
import * as freshness from "./freshness.js";
import * as marks from "./marks.js";

const asking = { count: 0, again: false, byStream: false };

const live = () => document.getElementById("live");
const readings = () => live().dataset.readings.split(" ");

htmx.defineExtension("keyed", {
  isInlineSwap: (style) => style === "keyed",
  handleSwap: (style, target, fragment) =>
    style === "keyed" && swap(target, fragment.querySelector("#live") ?? fragment.firstElementChild),
});

/** Rows that came or went are marked when the machine changed, not when the reader chose otherwise. */
function swap(target, root) {
  if (target.dataset.whose !== root.dataset.whose) {
    location.reload(); // another network namespace, or none any more: the frame around the page tells whose it is
  }
  const added = [];
  const focused = document.activeElement;
  const { byStream } = asking;
  morph(target, root, {
    added: (node) => {
      added.push(node);
      node.querySelectorAll("[data-js-only]").forEach((element) => (element.hidden = false));
      if (byStream) {
        marks.came(node);
      }
    },
    removed: (node) => byStream && marks.went(node),
  });
  if (focused?.isConnected && document.activeElement !== focused) {
    focused.focus({ preventScroll: true });
  }
  freshness.show();
  document.dispatchEvent(new CustomEvent("homeport:swapped"));
  return added;
}

/** Asks for the fragment; while something is being asked already, once more afterwards. */
function ask(byStream) {
  if (asking.count > 0) {
    asking.again = true;
    return;
  }
  asking.byStream = byStream;
  const revision = byStream ? live().dataset.revision : "";
  htmx.ajax("GET", location.pathname + location.search, { source: "#live", target: "#live", swap: "keyed", values: { revision } })
    .catch(() => {}); // what the reader asked for meanwhile took its place
}

function changed(reading, revision) {
  if (live().dataset.revision.split("~").includes(revision)) {
    return; // the page came with it
  }
  if (freshness.isPaused()) {
    freshness.missed();
  } else {
    ask(true);
  }
}

function pause() {
  if (!freshness.togglePause()) {
    ask(true);
  }
}

function refresh() {
  freshness.caughtUp();
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
    asking.count += 1;
    asking.byStream &&= event.detail.elt.id === "live";
  });
  document.body.addEventListener("htmx:afterRequest", (event) => {
    asking.count = Math.max(0, asking.count - 1);
    if (event.detail.successful) {
      freshness.confirmed();
    }
    if (asking.again && asking.count === 0) {
      asking.again = false;
      ask(true);
    }
  });
  // Before htmx sees the click, which would follow the link of "Refresh".
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
  follow(readings(), { changed, state: freshness.connected });
}
