// The tree that users meet: shadow roots open, slots filled.

/** Every element below a root, those in shadow roots too. */
export function* elementsBelow(root) {
  for (const element of root.children) {
    yield element;
    if (element.shadowRoot) yield* elementsBelow(element.shadowRoot);
    yield* elementsBelow(element);
  }
}

/** The element that an element is laid out in. */
export function parentOf(element) {
  if (element.assignedSlot) return element.assignedSlot;
  const { parentNode } = element;
  return parentNode instanceof ShadowRoot ? parentNode.host : element.parentElement;
}

/** An element and everything it stands in, nearest first. */
export function* upwards(element) {
  for (let one = element; one; one = parentOf(one)) yield one;
}

export const inTopLayer = (element) =>
  element.matches(':popover-open') || (element.localName === 'dialog' && element.matches(':modal'));

/** What screen readers alone are told: one pixel, or nothing of it. */
export function isForReadersOnly(element) {
  for (const one of upwards(element)) {
    const { clipPath, overflow } = getComputedStyle(one);
    if (clipPath === 'inset(50%)') return true;
    const { width, height } = one.getBoundingClientRect();
    if (overflow === 'hidden' && width <= 1 && height <= 1) return true;
    if (inTopLayer(one)) return false;
  }
  return false;
}

export const isShown = (element) => element.checkVisibility({ visibilityProperty: true });

/** The dialog that keeps the rest of the page from being reached, if there is one. */
export const modalIn = (root) => [...elementsBelow(root)].findLast((one) => one.matches('dialog:modal'));

/** How a report names an element. */
export function nameOf(element) {
  const root = element.getRootNode();
  const host = root instanceof ShadowRoot ? `${root.host.localName} ` : '';
  const part = element.getAttribute('part');
  const id = element.id
    ? `#${element.id}`
    : part
      ? `[part="${part}"]`
      : element.className?.baseVal === undefined && element.className
        ? `.${String(element.className).trim().replace(/\s+/g, '.')}`
        : '';
  const text = (element.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 40);
  return `${host}${element.localName}${id}${text ? ` “${text}”` : ''}`;
}
