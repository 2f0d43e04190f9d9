import { expect, fixture, html } from '@open-wc/testing';
import type { CSSResultGroup } from 'lit';
import type { BodyHost, ElementBody } from '../../src/elements/element-body.js';
import { LoadedElement } from '../../src/elements/loaded-element.js';
import { html as lit } from 'lit';
import { property } from 'lit/decorators.js';
import { rootOf, seenText } from './support.js';

/** A body that shows what it was told has changed. */
class Body implements ElementBody {
  readonly styles: CSSResultGroup = [];
  readonly heard: string[] = [];

  constructor(private readonly host: BodyHost<Sample>) {}

  willUpdate(changed: Map<PropertyKey, unknown>): void {
    this.heard.push([...changed.keys()].map(String).sort().join());
  }

  render(): unknown {
    return lit`Body of ${this.host.element.label}`;
  }

  updated(): void {}
}

let arrive: (() => void) | undefined;
let fail = false;

class Sample extends LoadedElement<Body> {
  @property() label = '';

  get heard(): readonly string[] | undefined {
    return this.body?.heard;
  }

  protected override async loadBody(host: BodyHost<this>): Promise<Body> {
    await new Promise<void>((resolve) => (arrive = resolve));
    if (fail) throw new TypeError('Failed to fetch dynamically imported module');
    return new Body(host);
  }

  protected override bodyLoading() {
    return lit`Loading the sample`;
  }
}
customElements.define('loaded-sample', Sample);

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

describe('an element whose body is loaded when it is first on a page', () => {
  beforeEach(() => {
    fail = false;
    arrive = undefined;
  });

  async function place(): Promise<Sample> {
    const element = document.createElement('loaded-sample') as Sample;
    element.label = 'one';
    void fixture(html`<div>${element}</div>`);
    while (!arrive) await frame();
    return element;
  }

  it('says that it loads until the body is there, and tells it what was set meanwhile', async () => {
    const element = await place();
    expect(seenText(rootOf(element))).to.equal('Loading the sample');
    expect(element.matches(':state(loading)')).to.equal(true);
    element.label = 'two';
    await frame();
    let complete = false;
    void element.updateComplete.then(() => (complete = true));
    await frame();
    expect(complete, 'complete before the body is there').to.equal(false);

    arrive!();
    await element.updateComplete;
    expect(seenText(rootOf(element))).to.equal('Body of two');
    expect(element.heard![0]).to.contain('label');
    expect(element.matches(':state(loading)')).to.equal(false);
  });

  it('asks for nothing before it is on a page', async () => {
    document.createElement('loaded-sample');
    await frame();
    expect(arrive).to.equal(undefined);
  });

  it('says what is wrong when the module does not come, and tries again', async () => {
    fail = true;
    const element = await place();
    arrive!();
    await element.updateComplete;
    expect(seenText(rootOf(element))).to.contain('This part of the page could not be loaded');
    expect(element.matches(':state(loading)')).to.equal(false);

    fail = false;
    arrive = undefined;
    rootOf(element).querySelector('button')!.click();
    while (!arrive) await frame();
    (arrive as () => void)();
    await element.updateComplete;
    expect(seenText(rootOf(element))).to.equal('Body of one');
  });
});
