import { elementsBelow, isShown, nameOf, upwards } from './tree.mjs';

const TABBABLE = 'a[href], button, input, select, textarea, summary, [tabindex], [contenteditable]';
/** An indicator may be drawn by what stands around a control, this many steps up. */
const STEPS_UP = 3;
/** Editors show that they have the focus a moment later. */
const A_MOMENT_MS = 40;

const outline = (style) =>
  style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 && !/, 0\)$/.test(style.outlineColor)
    ? `${style.outlineStyle} ${style.outlineWidth} ${style.outlineColor}`
    : '';

/** Everything by which a control could show that it has the focus. */
function looksOf(element) {
  const around = [...upwards(element)].slice(0, STEPS_UP + 1);
  return [...around, ...(element.labels ?? [])]
    .flatMap((one) => [null, '::before', '::after'].map((pseudo) => getComputedStyle(one, pseudo)))
    .map((style) =>
      [outline(style), style.boxShadow, style.borderColor, style.borderWidth, style.backgroundColor].join(' '),
    )
    .join('|');
}

const moment = () => new Promise((resolve) => setTimeout(resolve, A_MOMENT_MS));

/** WCAG 2.4.7. A key has to be pressed before: the focus of a pointer need not be shown. */
export async function invisibleFocus(root) {
  const faults = [];
  const tabbable = [...elementsBelow(root)].filter(
    (one) => one.matches(TABBABLE) && one.tabIndex >= 0 && !one.matches(':disabled') && isShown(one),
  );
  for (const element of tabbable) {
    if (!element.isConnected || !isShown(element)) continue;
    element.getRootNode().activeElement?.blur();
    const before = looksOf(element);
    element.focus();
    if (!element.matches(':focus')) continue;
    if (looksOf(element) !== before) continue;
    await moment();
    if (element.matches(':focus') && looksOf(element) === before)
      faults.push(`${nameOf(element)}: nothing shows that it has the focus`);
  }
  document.activeElement?.blur();
  return faults;
}
