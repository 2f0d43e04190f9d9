/** This package's version, to name in a warning. Kept equal to package.json by a test. */
export const VERSION = '0.1.0';

/** The versions that were found at our tags and told of: one sentence for each is enough. */
const told = new Set<string | undefined>();

/**
 * Registers a class unless the tag is taken: pages with module federation or a CDN script beside a bundle load such
 * modules twice, and `customElements.define` would throw.
 */
export function guardedDefine(
  tag: string,
  element: CustomElementConstructor,
  registry: CustomElementRegistry = customElements,
): void {
  const taken = registry.get(tag) as (CustomElementConstructor & { version?: string }) | undefined;
  if (taken === undefined) {
    Object.defineProperty(element, 'version', { value: VERSION, configurable: true });
    registry.define(tag, element);
  } else if (taken.version !== VERSION && !told.has(taken.version)) {
    told.add(taken.version);
    const who = taken.version ? `version ${taken.version}` : 'something else';
    // eslint-disable-next-line no-console -- the one place where a developer must be told
    console.warn(
      `<${tag}> is registered already, by ${who}; version ${VERSION} of backupstorage-elements leaves it, and whatever else that registered, as it is.`,
    );
  }
}
