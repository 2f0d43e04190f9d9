const GAP = 4;
const EDGE = 8;

/**
 * Puts a popover below what it belongs to, above where there is no room, inside the window in any case. Through the CSSOM:
 * a strict Content-Security-Policy blocks style attributes, and anchor positioning is not everywhere yet.
 */
export function placeBeside(anchor: Element, popover: HTMLElement): void {
  const from = anchor.getBoundingClientRect();
  const { width, height } = popover.getBoundingClientRect();
  const rightToLeft = getComputedStyle(anchor).direction === 'rtl';
  const left = rightToLeft ? from.right - width : from.left;
  const below = from.bottom + GAP;
  const above = from.top - GAP - height;
  const fits = below + height <= innerHeight - EDGE || above < EDGE;
  popover.style.left = `${Math.max(EDGE, Math.min(left, innerWidth - width - EDGE))}px`;
  popover.style.top = `${fits ? below : above}px`;
}
