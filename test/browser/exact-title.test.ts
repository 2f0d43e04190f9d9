import { expect } from '@open-wc/testing';
import { html, render } from 'lit';
import { exactTitle } from '../../src/elements/parts/exact-title.js';
import { formatsOf, type Formats } from '../../src/locales/formats.js';

describe('the exact time of an age', () => {
  const place = document.createElement('p');
  const formats = formatsOf('en', 'en-US');
  const show = (at: number, own: Formats = formats): HTMLElement => {
    render(html`<time ${exactTitle(at, own)}>2d</time>`, place);
    return place.querySelector('time')!;
  };
  const pointAt = (time: HTMLElement): void => void time.dispatchEvent(new PointerEvent('pointerenter'));

  it('is there when a pointer comes, and not before', () => {
    const time = show(Date.UTC(2026, 0, 15));
    expect(time.title).to.equal('');
    pointAt(time);
    expect(time.title).to.match(/2026/);
  });

  it('is that of the time shown now', () => {
    const time = show(Date.UTC(2026, 0, 15));
    pointAt(time);
    // A row that comes gets the element of one that leaves.
    expect(show(Date.UTC(2024, 5, 15))).to.equal(time);
    expect(time.title).to.equal('');
    pointAt(time);
    expect(time.title).to.match(/2024/);
  });

  it('stays under the pointer while the age alone changes, and is in the language of now', () => {
    const at = Date.UTC(2026, 0, 15, 12);
    const time = show(at);
    pointAt(time);
    const { title } = time;
    show(at);
    expect(time.title).to.equal(title);
    show(at, formatsOf('de', 'de-DE'));
    pointAt(time);
    expect(time.title).to.contain('15.01.2026');
  });
});
