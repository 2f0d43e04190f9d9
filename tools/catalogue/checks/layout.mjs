import { intersection, isEmpty, textRuns, TOLERANCE_PX } from './text-runs.mjs';
import { elementsBelow, isShown, nameOf, upwards } from './tree.mjs';

/** WCAG 1.4.10. What is wider than the page has to scroll in a region of its own. */
export function sidewaysScroll(root) {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const widest = [...elementsBelow(root)]
    .filter(isShown)
    .map((element) => ({ element, right: element.getBoundingClientRect().right }))
    .toSorted((a, b) => b.right - a.right)[0];
  return [
    `the page scrolls sideways: ${scrollWidth} of ${clientWidth} px${widest ? `, because of ${nameOf(widest.element)}` : ''}`,
  ];
}

/** An ellipsis is right where the whole text is a moment away: as a title, or when the group above is opened. */
const isShortened = (element, cutBy) =>
  getComputedStyle(cutBy).textOverflow === 'ellipsis' &&
  (cutBy.previousElementSibling?.matches('details:not([open])') ||
    [...upwards(element)].slice(0, 3).some((one) => one.title));

/** Text that is cut, or that has left the page, where no scrolling brings it back. */
export function lostText(root, runs = textRuns(root)) {
  const faults = new Set();
  for (const { element, visible, cutBy } of runs) {
    if (cutBy && !isShortened(element, cutBy)) faults.add(`${nameOf(element)}: cut off by ${nameOf(cutBy)}`);
    else if (
      !isEmpty(visible) &&
      (visible.left < -TOLERANCE_PX || visible.right > document.documentElement.scrollWidth + TOLERANCE_PX)
    )
      faults.add(`${nameOf(element)}: it is outside of the page`);
  }
  return [...faults];
}

const hasEdges = (style) =>
  style.display !== 'inline' &&
  (parseFloat(style.borderLeftWidth) > 0 || !/, 0\)$|transparent/.test(style.backgroundColor));

/** Text that sticks out of the button, badge or cell that it belongs to. */
export function spilledText(root, runs = textRuns(root)) {
  const faults = new Set();
  for (const { element, line } of runs) {
    for (const around of [...upwards(element)].slice(0, 4)) {
      const style = getComputedStyle(around);
      if (style.overflowX !== 'visible') break;
      if (!hasEdges(style)) continue;
      const box = around.getBoundingClientRect();
      if (
        line.left < box.left - TOLERANCE_PX ||
        line.right > box.right + TOLERANCE_PX ||
        line.top < box.top - TOLERANCE_PX ||
        line.bottom > box.bottom + TOLERANCE_PX
      )
        faults.add(`${nameOf(element)}: it sticks out of ${nameOf(around)}`);
      break;
    }
  }
  return [...faults];
}

/** Text on text. What lies above the page on purpose is compared only with its like. */
export function overlappingText(root, runs = textRuns(root)) {
  const faults = new Set();
  const sorted = runs.filter(({ visible }) => !isEmpty(visible)).toSorted((a, b) => a.visible.top - b.visible.top);
  for (const [index, one] of sorted.entries()) {
    for (let next = index + 1; next < sorted.length; next++) {
      const other = sorted[next];
      if (other.visible.top >= one.visible.bottom) break;
      if (other.layer !== one.layer || other.element === one.element) continue;
      const shared = intersection(one.visible, other.visible);
      if (shared.right - shared.left > TOLERANCE_PX && shared.bottom - shared.top > TOLERANCE_PX)
        faults.add(`${nameOf(one.element)} and ${nameOf(other.element)}: one lies on the other`);
    }
  }
  return [...faults];
}
