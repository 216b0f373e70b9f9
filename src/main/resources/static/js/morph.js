// Changes one tree into another in place: what stays the same stays the same node, so focus, selection and scroll
// position survive. Children that bear data-key or id are matched by it, others by their place and kind.
// Attributes that begin with data-js- are the scripts' own and are left alone, as is all in an element with data-js-keep.

/**
 * @param {Element} from in the document
 * @param {Element} to what it shall look like
 * @param {{added?: (node: Element) => void, removed?: (node: Element) => boolean}} hooks removed answers whether the
 *   node stays for now; the hook then removes it in its own time, and marks it data-js-gone until then
 */
export function morph(from, to, hooks = {}) {
  if (from.hasAttribute("data-js-keep")) {
    return;
  }
  attributes(from, to);
  children(from, to, hooks);
}

function attributes(from, to) {
  for (const { name } of [...from.attributes]) {
    if (!to.hasAttribute(name) && !name.startsWith("data-js-") && !isOfScripts(from, name)) {
      from.removeAttribute(name);
    }
  }
  for (const { name, value } of to.attributes) {
    if (from.getAttribute(name) !== value && !isOfScripts(from, name)) {
      from.setAttribute(name, value);
    }
  }
  if (from instanceof HTMLInputElement && from !== document.activeElement && from.value !== (to.getAttribute("value") ?? "")) {
    from.value = to.getAttribute("value") ?? "";
  }
}

/** What scripts show is hidden in the page as it comes, htmx marks what it works on, and the reader opens details. */
function isOfScripts(element, name) {
  return (name === "hidden" && element.hasAttribute("data-js-only"))
    || (name === "class" && element.id === "live")
    || (name === "open" && element.localName === "details");
}

function children(from, to, hooks) {
  const wanted = new Set([...to.children].map(key).filter(Boolean));
  const known = new Map();
  for (const child of [...from.children]) {
    if (isGone(child)) {
      continue;
    }
    if (key(child) && !wanted.has(key(child))) {
      drop(child, hooks);
    } else if (key(child)) {
      known.set(key(child), child);
    }
  }
  let cursor = from.firstChild;
  for (const next of [...to.childNodes]) {
    while (isGone(cursor)) {
      cursor = cursor.nextSibling;
    }
    const match = key(next) ? known.get(key(next)) : isAlike(cursor, next) ? cursor : undefined;
    if (!match) {
      const node = document.importNode(next, true);
      from.insertBefore(node, cursor);
      if (node instanceof Element) {
        hooks.added?.(node);
      }
      continue;
    }
    if (match === cursor || clearTheWay(cursor, match)) {
      cursor = match.nextSibling;
    } else {
      from.insertBefore(match, cursor);
    }
    if (match instanceof Element) {
      morph(match, next, hooks);
    } else if (match.nodeValue !== next.nodeValue) {
      match.nodeValue = next.nodeValue;
    }
  }
  while (cursor) {
    const rest = cursor;
    cursor = cursor.nextSibling;
    if (!isGone(rest)) {
      rest.remove();
    }
  }
}

/**
 * Removes what has no key between the cursor and the match, so that the match need not be moved: a node that is moved
 * loses the selection in it. Not possible when another keyed node stands between.
 */
function clearTheWay(cursor, match) {
  const between = [];
  for (let node = cursor; node !== match; node = node.nextSibling) {
    if (!node || (key(node) && !isGone(node))) {
      return false;
    }
    between.push(node);
  }
  between.filter((node) => !isGone(node)).forEach((node) => node.remove());
  return true;
}

function drop(child, hooks) {
  if (!hooks.removed?.(child)) {
    child.remove();
  }
}

function isGone(node) {
  return node instanceof Element && node.hasAttribute("data-js-gone");
}

function key(node) {
  return node instanceof Element ? node.dataset.key || node.id : "";
}

function isAlike(node, other) {
  return Boolean(node) && node.nodeType === other.nodeType && node.nodeName === other.nodeName && !key(node);
}
