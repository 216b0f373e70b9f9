// The one stream of a page: calls back with the names of readings that say something new, and with its own state.
// The browser reconnects by itself after a broken connection, but not after an error status: then we try again. A page
// that nobody sees closes its stream, since a browser opens few connections to one host.

const RETRY_MILLIS = 3000;

/**
 * @param {{changed: (reading: string, revision: string) => void, state: (on: boolean) => void}} listener
 */
export function follow(readings, listener) {
  let source = null;
  let retry = 0;

  function open() {
    clearTimeout(retry);
    close();
    source = new EventSource("/events");
    source.onopen = () => listener.state(true);
    source.onerror = () => {
      listener.state(false);
      if (source?.readyState === EventSource.CLOSED) {
        retry = setTimeout(open, RETRY_MILLIS);
      }
    };
    for (const reading of readings) {
      source.addEventListener(reading, (event) => listener.changed(reading, event.data));
    }
  }

  function close() {
    source?.close();
    source = null;
  }

  document.addEventListener("visibilitychange", () => {
    if (document.hidden) {
      clearTimeout(retry);
      close();
    } else if (!source) {
      open();
    }
  });
  window.addEventListener("pagehide", close);
  window.addEventListener("pageshow", (event) => event.persisted && open());
  open();
}
