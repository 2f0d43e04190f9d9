import { elementsBelow, inTopLayer, isForReadersOnly, isShown, upwards } from './tree.mjs';

/** Letters do not fill the height of their line; two lines may share what is left. */
const LETTERS = 0.25;
const TOLERANCE_PX = 1.5;

const boxOf = ({ left, top, right, bottom }) => ({ left, top, right, bottom });
const isEmpty = ({ left, top, right, bottom }) => right - left <= 0 || bottom - top <= 0;
const intersection = (a, b) => ({
  left: Math.max(a.left, b.left),
  top: Math.max(a.top, b.top),
  right: Math.min(a.right, b.right),
  bottom: Math.min(a.bottom, b.bottom),
});

function lettersOf({ left, top, right, bottom }) {
  const edge = (bottom - top) * LETTERS;
  return { left, top: top + edge, right, bottom: bottom - edge };
}

/** What is left of a line of text once everything around it has cut it, and whether it lost what no scrolling brings back. */
function seen(element, line) {
  let visible = line;
  let cutBy;
  let layer = document.documentElement;
  for (const around of upwards(element)) {
    const style = getComputedStyle(around);
    if (layer === document.documentElement && /absolute|fixed|sticky/.test(style.position)) layer = around;
    if (inTopLayer(around)) return { visible, cutBy, layer: around };
    const box = boxOf(around.getBoundingClientRect());
    for (const [overflow, low, high] of [
      [style.overflowX, 'left', 'right'],
      [style.overflowY, 'top', 'bottom'],
    ]) {
      if (overflow === 'visible' || style.display === 'inline' || around === document.documentElement) continue;
      const isCut = visible[low] < box[low] - TOLERANCE_PX || visible[high] > box[high] + TOLERANCE_PX;
      if (isCut && (overflow === 'hidden' || overflow === 'clip')) cutBy ??= around;
      visible = { ...visible, [low]: Math.max(visible[low], box[low]), [high]: Math.min(visible[high], box[high]) };
    }
    if (isEmpty(visible)) break;
  }
  return { visible, cutBy, layer };
}

/** Each line of visible text, with where it is. */
export function textRuns(root) {
  const runs = [];
  for (const element of elementsBelow(root)) {
    if (element.matches('style, script, option, svg *') || !isShown(element)) continue;
    const nodes = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    if (nodes.length === 0 || isForReadersOnly(element)) continue;
    for (const node of nodes) {
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const rect of range.getClientRects()) {
        const line = lettersOf(boxOf(rect));
        if (!isEmpty(line)) runs.push({ element, line, ...seen(element, line) });
      }
    }
  }
  return runs;
}

export { intersection, isEmpty, TOLERANCE_PX };
