import { elementsBelow, isForReadersOnly, isShown, modalIn, nameOf, upwards } from './tree.mjs';

const INTERACTIVE =
  'a[href], button, summary, input:not([type=hidden]), select, textarea, [role=button], [role=link], [role=tab], [role=switch], [role=checkbox], [role=radio], [role=menuitem], [role=option]';
const NAMED_BY_LABEL = 'input, select, textarea';

function visibleText(node) {
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  if (!(node instanceof Element)) return '';
  if (node.matches('[aria-hidden=true], svg, select, input, textarea') || !isShown(node) || isForReadersOnly(node))
    return '';
  const children = node.localName === 'slot' ? node.assignedNodes() : (node.shadowRoot ?? node).childNodes;
  const text = [...children].map(visibleText).join('');
  return getComputedStyle(node).display === 'inline' ? text : ` ${text} `;
}

/** Marks and spaces are not spoken to a computer. */
const spoken = (text) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const labelOf = (element) =>
  element.matches(NAMED_BY_LABEL) ? [...(element.labels ?? [])].map(visibleText).join(' ') : visibleText(element);

/** WCAG 2.5.3: who speaks the words on a control has to reach it. Needs `computedName`, a flag of Chromium. */
export function labelsNotInNames(root) {
  const faults = [];
  const modal = modalIn(root);
  for (const element of elementsBelow(root)) {
    if (!element.matches(INTERACTIVE) || !isShown(element)) continue;
    // Behind a dialog nothing can be reached, and nothing has a name.
    if (modal && ![...upwards(element)].includes(modal)) continue;
    const label = spoken(labelOf(element));
    const name = spoken(element.computedName);
    if (!name) faults.push(`${nameOf(element)}: it has no name`);
    else if (label && !` ${name} `.includes(` ${label} `))
      faults.push(`${nameOf(element)}: its label “${label}” is not in its name “${name}”`);
  }
  return faults;
}
