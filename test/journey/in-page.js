// What the journeys run inside of the page, in any engine. Sent as text: it imports nothing and knows only the platform.

const flat = (words) => words.replace(/\s+/g, ' ').trim();

function* everything(root = document) {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot) yield* everything(element.shadowRoot);
  }
}

function* around(element) {
  for (let one = element; one; one = one.assignedSlot ?? one.parentElement ?? one.getRootNode().host) yield one;
}

/** Whether a user can get at it: it is shown, and no modal dialog stands before it. */
function reachable(element) {
  if (!element.checkVisibility({ visibilityProperty: true })) return false;
  const modal = [...everything()].find((one) => one.matches('dialog:modal'));
  return !modal || [...around(element)].includes(modal);
}

const INPUTS = {
  checkbox: 'checkbox',
  radio: 'radio',
  search: 'searchbox',
  submit: 'button',
  button: 'button',
  file: '',
};
const TAGS = { BUTTON: 'button', SUMMARY: 'button', TEXTAREA: 'textbox', SELECT: 'combobox', DIALOG: 'dialog' };

function roleOf(element) {
  const { tagName } = element;
  if (element.role) return element.role;
  if (tagName === 'A') return element.hasAttribute('href') ? 'link' : '';
  if (tagName === 'INPUT') return INPUTS[element.type] ?? 'textbox';
  return /^H[1-6]$/.test(tagName) ? 'heading' : (TAGS[tagName] ?? '');
}

function wordsOf(node) {
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  if (node.nodeType !== Node.ELEMENT_NODE || node.getAttribute('aria-hidden') === 'true') return '';
  return [...node.childNodes].map(wordsOf).join('');
}

/** The accessible name, as far as our pages need the rules: https://www.w3.org/TR/accname-1.2/ */
function nameOf(element) {
  const ids = element.getAttribute('aria-labelledby')?.split(' ') ?? [];
  const labels = ids.map((id) => element.getRootNode().getElementById(id)).filter(Boolean);
  if (labels.length > 0) return flat(labels.map(wordsOf).join(' '));
  if (element.ariaLabel) return flat(element.ariaLabel);
  if (element.labels?.length > 0) return flat([...element.labels].map(wordsOf).join(' '));
  const ofText = ['button', 'link', 'tab', 'heading', 'menuitem', 'option'].includes(roleOf(element));
  return flat((ofText && wordsOf(element)) || element.title || element.placeholder || '');
}

/** By role and name; the role “words” is the innermost element that says just this. */
function find(role, name) {
  if (role === 'words') return [...everything()].findLast((one) => reachable(one) && flat(one.textContent) === name);
  for (const element of everything())
    if (roleOf(element) === role && nameOf(element) === name && reachable(element)) return element;
  return undefined;
}

/** Where to click it: undefined while it is not there, or while something else is before it. */
function place(role, name) {
  const element = find(role, name);
  if (!element) return undefined;
  element.scrollIntoView({ block: 'center' });
  const { left, top, width, height } = element.getBoundingClientRect();
  const [x, y] = [Math.round(left + width / 2), Math.round(top + height / 2)];
  let hit = document.elementFromPoint(x, y);
  while (hit?.shadowRoot) {
    const inner = hit.shadowRoot.elementFromPoint(x, y);
    if (!inner || inner === hit) break;
    hit = inner;
  }
  return hit && [...around(hit)].includes(element) ? { x, y } : undefined;
}

function deepFocus() {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused;
}

/** What has the focus, by its role and name: “link minio-lab”. */
function focused() {
  const element = deepFocus();
  return element ? flat(`${roleOf(element)} ${nameOf(element)}`) : '';
}

function focus(role, name) {
  find(role, name)?.focus();
  return focused() === flat(`${role} ${name}`);
}

/** Drops a file on a field, or pastes a text into it; whether the page took it itself. */
function give(how, name, text) {
  const data = new DataTransfer();
  if (how === 'drop') data.items.add(new File([text], 'credentials.txt'));
  else data.setData('text/plain', text);
  const options = { bubbles: true, cancelable: true, composed: true };
  const event =
    how === 'drop' ? new DragEvent('drop', { ...options, dataTransfer: data }) : new ClipboardEvent('paste', options);
  if (how === 'paste') Object.defineProperty(event, 'clipboardData', { value: data });
  return !find('textbox', name).dispatchEvent(event);
}

/** The words of a control, a select's chosen option, or the text of anything else. */
function valueOf(role, name) {
  const element = find(role, name);
  if (!element) return undefined;
  if (element.tagName === 'SELECT') return flat(element.selectedOptions[0]?.textContent ?? '');
  return element.value ?? flat(element.textContent);
}

/** Everything that is shown. */
function shown() {
  const words = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    if (node.nodeType !== Node.ELEMENT_NODE) return '';
    const { display, visibility } = getComputedStyle(node);
    // Without a box of its own an element is not "visible", but what is in it is.
    if (display === 'none' || visibility === 'hidden') return '';
    if (display !== 'contents' && !node.checkVisibility()) return '';
    const children = node.tagName === 'SLOT' && node.assignedNodes().length > 0 ? node.assignedNodes() : undefined;
    const text = [...(children ?? node.shadowRoot?.childNodes ?? node.childNodes)].map(words).join('');
    return display.startsWith('inline') ? text : ` ${text} `;
  };
  return flat(words(document.body));
}

/** Whether something that is shown says just these words. */
function says(words) {
  return [...everything()].some((one) => one.checkVisibility() && flat(one.textContent) === words);
}

/** What floats above the page: the words of the open popover, or of the editor's tooltip. */
function floating() {
  const open = [...everything()].find((one) => one.matches(':popover-open, .cm-tooltip'));
  return open && flat(open.textContent);
}

/** The names of the rows of the list. */
function rows() {
  return [...everything()]
    .filter((one) => one.matches('table[aria-label="BackupStorages"] tbody tr:not([aria-hidden]) a'))
    .map((link) => flat(link.textContent));
}

/** An object as the page's cluster holds it: by the context in which the elements themselves find their data source. */
async function stored(resource, key) {
  const source = await new Promise((resolve) => {
    const asked = new Event('context-request', { bubbles: true, composed: true });
    const context = Symbol.for('backupstorage-elements.data-source');
    Object.assign(asked, { context, callback: resolve, contextTarget: document.getElementById('page') });
    document.getElementById('page').dispatchEvent(asked);
  });
  return source.get(resource, key).catch(({ code }) => code);
}

function watchPolicy() {
  window.violations = [];
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile, lineNumber }) =>
    window.violations.push(`${violatedDirective}: ${blockedURI} at ${sourceFile}:${lineNumber}`),
  );
}

/** What the page's policy has forbidden since `watchPolicy`. */
function violations() {
  return window.violations;
}
