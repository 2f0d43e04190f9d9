/**
 * The language that a page says an element is in: the nearest `lang` attribute, that of the element itself first, and then
 * outwards through shadow roots to the document. Undefined where nothing is said, and where `lang=""` says that it is not
 * known. https://html.spec.whatwg.org/multipage/dom.html#language
 */
export function pageLanguageOf(element: Element): string | undefined {
  for (const ancestor of ancestors(element)) {
    const lang = ancestor.getAttribute('lang');
    if (lang !== null) return lang || undefined;
  }
  return undefined;
}

function* ancestors(element: Element): Iterable<Element> {
  for (let at: Node | null = element; at; at = at instanceof ShadowRoot ? at.host : at.parentNode)
    if (at instanceof Element) yield at;
}

/** One observer for each root that somebody listens at, and no longer than that. */
const watched = new Map<Node, { observer: MutationObserver; listeners: Set<() => void> }>();

/** How many roots are observed: for tests. */
export function watchedRoots(): number {
  return watched.size;
}

/** Calls back when a `lang` attribute around an element has changed, until the function that is returned is called. */
export function watchPageLanguage(element: Element, changed: () => void): () => void {
  const roots: Node[] = [];
  for (let root: Node | undefined = element.getRootNode(); root; root = root.host.getRootNode()) {
    roots.push(root);
    if (!(root instanceof ShadowRoot)) break;
  }
  const stops = roots.map((root) => watchRoot(root, changed));
  return () => stops.forEach((stop) => stop());
}

function watchRoot(root: Node, changed: () => void): () => void {
  let known = watched.get(root);
  if (!known) {
    const listeners = new Set<() => void>();
    const observer = new MutationObserver(() => {
      for (const listener of [...listeners]) listener();
    });
    observer.observe(root, { subtree: true, attributeFilter: ['lang'] });
    watched.set(root, (known = { observer, listeners }));
  }
  const { observer, listeners } = known;
  listeners.add(changed);
  return () => {
    listeners.delete(changed);
    if (listeners.size > 0) return;
    observer.disconnect();
    watched.delete(root);
  };
}
