/** This package's version, to name in a warning. Kept equal to package.json by a test. */
export const VERSION = '0.1.0';

/**
 * Registers a class unless the tag is taken: pages with module federation or a CDN script beside a bundle load such
 * modules twice, and `customElements.define` would throw.
 */
export function guardedDefine(tag: string, element: CustomElementConstructor): void {
  const taken = customElements.get(tag) as (CustomElementConstructor & { version?: string }) | undefined;
  if (taken === undefined) {
    Object.defineProperty(element, 'version', { value: VERSION, configurable: true });
    customElements.define(tag, element);
  } else if (taken.version !== VERSION) {
    // eslint-disable-next-line no-console -- the one place where a developer must be told
    console.warn(
      `<${tag}> is registered already, by ${taken.version ? `version ${taken.version}` : 'something else'}; version ${VERSION} of backupstorage-elements leaves it as it is.`,
    );
  }
}
