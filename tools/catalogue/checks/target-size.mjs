import { upwards } from './tree.mjs';

const LEAST_PX = 24;

function topmostAt(x, y) {
  let found = document.elementFromPoint(x, y);
  while (found?.shadowRoot) {
    const inner = found.shadowRoot.elementFromPoint(x, y);
    if (!inner || inner === found) break;
    found = inner;
  }
  return found;
}

/**
 * A target that is large enough and lies, as the page is scrolled now, under a footer that sticks: axe-core takes what is
 * covered to be lost. In the middle of the page nothing covers it.
 */
export function isCoveredForNow({ element, any }) {
  if (!/obscured/i.test(any[0]?.data?.messageKey ?? '')) return false;
  const before = { x: scrollX, y: scrollY };
  element.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { left, top, width, height } = element.getBoundingClientRect();
  const middle = { x: left + width / 2, y: top + height / 2 };
  const reach = LEAST_PX / 2 - 1;
  const isFree = [
    [-reach, -reach],
    [reach, -reach],
    [-reach, reach],
    [reach, reach],
  ].every(([x, y]) => [...upwards(topmostAt(middle.x + x, middle.y + y))].includes(element));
  scrollTo({ left: before.x, top: before.y, behavior: 'instant' });
  return isFree && width >= LEAST_PX && height >= LEAST_PX;
}
