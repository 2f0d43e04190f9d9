/** What the catalogue's smoke test looks for: each check finds the fault it is for, and is silent without it. */
import { expect } from 'chai';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { CHECK_ARGS, checkFocus, checkPage, prepareChecks, shownNames } from '../../tools/catalogue/check-page.mjs';
import { Coverage } from '../../tools/catalogue/coverage.mjs';
import { browserArgs, findBrowser } from '../../tools/find-browser.mjs';

let browser: Browser;
let page: Page;

before(async () => {
  browser = await puppeteer.launch({ executablePath: await findBrowser(), args: [...browserArgs, ...CHECK_ARGS] });
  page = await browser.newPage();
  await page.setViewport({ width: 400, height: 600 });
});
after(() => browser.close());

async function show(markup: string): Promise<void> {
  await page.setContent(
    `<!doctype html><html lang="en"><title>A page</title><body style="margin: 8px"><main id="root">${markup}</main>`,
  );
  await prepareChecks(page);
}

/** In a shadow root, where the elements have their markup. */
const inShadow = (markup: string) => `<div><template shadowrootmode="open">${markup}</template></div>`;

async function shadowed(markup: string): Promise<void> {
  await show('');
  await page.evaluate((inner) => {
    (document.querySelector('#root') as HTMLElement).setHTMLUnsafe(inner);
  }, inShadow(markup));
}

const BUTTON = 'style="min-width: 30px; min-height: 30px"';

describe('the checks of the catalogue', () => {
  it('find nothing in a page that is well', async () => {
    await shadowed(`
      <label for="name">Name</label> <input id="name" aria-describedby="help" style="min-height: 30px">
      <p id="help">A name of your own.</p>
      <button ${BUTTON} aria-label="Delete lab">Delete</button>
      <div style="overflow: auto; width: 100px" tabindex="0"><div style="width: 900px">A wide table</div></div>
      <span title="The whole text"><span style="display: block; width: 40px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap">The whole text</span></span>
      <span style="position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%)">For readers</span>`);
    expect(await checkPage(page, '#root')).to.deep.equal([]);
    expect(await checkFocus(page, '#root')).to.deep.equal([]);
  });

  const FAULTS: Record<string, [markup: string, says: RegExp]> = {
    'a colour that cannot be read': ['<p style="color: #aaa; background: #fff">Pale</p>', /axe color-contrast/],
    'a control without a name': [`<button ${BUTTON}></button>`, /axe button-name/],
    'a target that is too small': [
      '<button style="all: unset; width: 12px; height: 12px; display: inline-block" aria-label="a"></button><button style="all: unset; width: 12px; height: 12px; display: inline-block" aria-label="b"></button>',
      /axe target-size/,
    ],
    'a page that scrolls sideways': [
      '<div style="width: 900px">Wide</div>',
      /the page scrolls sideways: \d+ of 400 px/,
    ],
    'text that is cut off': [
      '<div style="width: 30px; overflow: hidden; white-space: nowrap">Something long</div>',
      /cut off by/,
    ],
    'text that is shortened for good': [
      '<div style="width: 30px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap">Something long</div>',
      /cut off by/,
    ],
    'text outside of the page': [
      '<p style="position: relative; left: -200px; width: 100px">Gone</p>',
      /outside of the page/,
    ],
    'text that sticks out': [
      '<div style="width: 40px; border: 1px solid; white-space: nowrap">Something long</div>',
      /it sticks out of div/,
    ],
    'text on text': ['<p>One line</p><p style="margin-top: -34px">Another line</p>', /one lies on the other/],
    'a label that is not in the name': [
      `<button ${BUTTON} aria-label="Remove">Delete</button>`,
      /“delete” is not in its name “remove”/,
    ],
    'a field that is named otherwise': [
      '<label for="a">Bucket</label><input id="a" aria-label="Container" style="min-height: 30px">',
      /“bucket” is not in its name “container”/,
    ],
    'an id that is not there': [
      `<button ${BUTTON} aria-describedby="nobody">Delete</button>`,
      /aria-describedby names nobody/,
    ],
    'an id that two elements have': ['<p id="a">One</p><p id="a">Two</p>', /“Two”: another element has its id/],
    'an animation': [
      '<style>@keyframes turn { to { rotate: 1turn } }</style><p style="animation: turn 2s infinite">Turns</p>',
      /animation turn of 2s/,
    ],
    'a transition': ['<p style="transition: opacity 200ms">Fades</p>', /transition of 0.2s/],
  };

  for (const [fault, [markup, says]] of Object.entries(FAULTS))
    it(`find ${fault}`, async () => {
      await shadowed(markup);
      expect((await checkPage(page, '#root')).join('\n')).to.match(says);
    });

  it('take no target for small that a footer covers for now, and find one that is covered for good', async () => {
    const tall = '<div style="height: 560px"></div>';
    const button = `<button ${BUTTON} aria-label="Show"></button>`;
    const over = 'left: 0; height: 40px; width: 100%';
    await shadowed(`${tall}${button}${tall}<button style="position: fixed; bottom: 0; ${over}">Preview</button>`);
    expect(await checkPage(page, '#root')).to.deep.equal([]);
    await shadowed(
      `<div style="position: relative">${button}<button style="position: absolute; top: 12px; ${over}">Preview</button></div>`,
    );
    expect((await checkPage(page, '#root')).join()).to.contain('axe target-size');
  });

  it('find an animation of a script', async () => {
    await shadowed('<p>Flashes</p>');
    await page.evaluate(() => {
      const { shadowRoot } = document.querySelector('#root > div')!;
      shadowRoot!.querySelector('p')!.animate([{ opacity: 0 }, { opacity: 1 }], 5_000);
    });
    expect((await checkPage(page, '#root')).join('\n')).to.match(/animated by a script/);
  });

  it('find a reference into another tree', async () => {
    await shadowed(`<button ${BUTTON} aria-labelledby="outside">Delete</button>`);
    await page.evaluate(() => {
      document.querySelector('#root')!.insertAdjacentHTML('beforeend', '<p id="outside">Delete lab</p>');
    });
    expect((await checkPage(page, '#root')).join('\n')).to.match(/aria-labelledby names outside/);
  });

  it('find a control that does not show its focus', async () => {
    await shadowed(`<button ${BUTTON}>First</button> <button ${BUTTON.slice(0, -1)}; outline: none">Second</button>`);
    const found = await checkFocus(page, '#root');
    expect(found).to.have.length(1);
    expect(found[0]).to.match(/“Second”: nothing shows that it has the focus/);
  });

  it('find a control without a name in a dialog, and none behind it', async () => {
    await shadowed(`<button ${BUTTON}>Delete</button><dialog aria-label="Sure?"><button ${BUTTON}></button></dialog>`);
    await page.evaluate(() => document.querySelector('#root > div')!.shadowRoot!.querySelector('dialog')!.showModal());
    expect((await checkPage(page, '#root')).filter((fault) => fault.endsWith('it has no name'))).to.have.length(1);
  });

  it('find a part that is not documented, and one that no story shows', async () => {
    await show('<backupstorage-x></backupstorage-x>');
    await page.evaluate(() => {
      const root = document.querySelector('backupstorage-x')!.attachShadow({ mode: 'open' });
      root.innerHTML = '<p part="known cell-age">Age</p><p part="unknown">No</p><p part="hidden" hidden>Hidden</p>';
    });
    const coverage = new Coverage({
      modules: [
        {
          declarations: [
            { tagName: 'backupstorage-x', cssParts: [{ name: 'known' }, { name: 'hidden' }], cssStates: [] },
          ],
        },
      ],
    });
    expect(coverage.note(await shownNames(page, '#root', coverage.states))).to.deep.equal([
      'backupstorage-x: custom-elements.json has no part unknown',
    ]);
    expect(coverage.missing()).to.deep.equal(['backupstorage-x: no story shows its part hidden']);
  });

  it('look at colours alone, or at layout alone', async () => {
    await shadowed('<p style="color: #aaa; background: #fff; width: 900px; transition: opacity 1s">Pale and wide</p>');
    const colours = (await checkPage(page, '#root', 'colours')).join();
    expect(colours).to.contain('color-contrast').and.not.to.contain('sideways');
    const layout = (await checkPage(page, '#root', 'layout')).join();
    expect(layout)
      .to.contain('sideways')
      .and.not.to.match(/color-contrast|transition/);
  });
});
