/** custom-elements.json against the elements themselves: what is used is documented, and what is documented is used. */
import { expect } from '@open-wc/testing';
import type { LitElement } from 'lit';
import '../../src/define.js';
import { mount } from './support.js';

interface Documented {
  tagName?: string;
  cssProperties?: { name: string }[];
  cssParts?: { name: string }[];
  attributes?: { name: string }[];
}

const manifest = (await (await fetch('/custom-elements.json')).json()) as {
  modules: { declarations: Documented[] }[];
};
const elements = manifest.modules.flatMap(({ declarations }) => declarations).filter(({ tagName }) => tagName);
const names = (list: { name: string }[] | undefined) => (list ?? []).map(({ name }) => name).toSorted();

describe('custom-elements.json', () => {
  for (const { tagName, cssProperties, attributes } of elements) {
    const element = customElements.get(tagName!) as unknown as typeof LitElement;

    it(`has the custom properties of <${tagName}>`, async () => {
      // Of an element on a page: most of the styles come with what is loaded then.
      const { shadowRoot } = await mount(tagName!, {});
      const css = (shadowRoot?.adoptedStyleSheets ?? [])
        .flatMap(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText))
        .join('\n');
      const used = new Set([...css.matchAll(/--backupstorage-[\w-]+/g)].map(([name]) => name));
      expect(names(cssProperties)).to.deep.equal([...used].toSorted());
    });

    it(`has the attributes of <${tagName}>`, () => {
      expect(names(attributes)).to.deep.equal([...element.observedAttributes].toSorted());
    });
  }
});
