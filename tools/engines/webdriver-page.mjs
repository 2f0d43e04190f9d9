// A page over plain WebDriver: a few requests, no dependency. Its methods are named and behave as puppeteer's do, so that
// who drives a page need not know which of the two it is.

/** https://www.w3.org/TR/webdriver2/#keyboard-actions, by the names of `KeyboardEvent.key`. */
const KEYS = {
  Tab: '\uE004',
  Enter: '\uE007',
  Escape: '\uE00C',
  Backspace: '\uE003',
  Delete: '\uE017',
  Home: '\uE011',
  End: '\uE010',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  F8: '\uE038',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  '\n': '\uE007',
};

const BUTTONS = { left: 0, middle: 1, right: 2 };

export class WebDriverPage {
  #session;

  constructor(session) {
    this.#session = session;
  }

  static async open(base, alwaysMatch) {
    const { sessionId, capabilities } = await request('POST', `${base}/session`, { capabilities: { alwaysMatch } });
    const page = new WebDriverPage(`${base}/session/${sessionId}`);
    page.version = `${capabilities.browserName} ${capabilities.browserVersion}`;
    return page;
  }

  #call(method, path, body) {
    return request(method, this.#session + path, body);
  }

  #act(source) {
    return this.#call('POST', '/actions', { actions: [source] });
  }

  #keys(...actions) {
    return this.#act({ type: 'key', id: 'keyboard', actions });
  }

  #pointer(...actions) {
    return this.#act({ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions });
  }

  goto(url) {
    return this.#call('POST', '/url', { url });
  }

  url() {
    return this.#call('GET', '/url');
  }

  /** Runs an expression, or a function, in the page. It is sent as text: it sees nothing but its arguments. */
  evaluate(run, ...args) {
    const script = typeof run === 'string' ? `return ${run};` : `return (${run}).apply(null, arguments);`;
    return this.#call('POST', '/execute/sync', { script, args });
  }

  /** The window is made as much larger as its frame needs. */
  async setViewport({ width, height }) {
    const inner = () => this.evaluate(() => [innerWidth, innerHeight]);
    for (let tries = 0; tries < 5; tries++) {
      const [nowWide, nowHigh] = await inner();
      if (nowWide === width && nowHigh === height) return;
      const rect = await this.#call('GET', '/window/rect');
      await this.#call('POST', '/window/rect', {
        width: rect.width + width - nowWide,
        height: rect.height + height - nowHigh,
      });
    }
    const got = await inner();
    throw new Error(`The window has ${got.join(' × ')}, not ${width} × ${height}.`);
  }

  keyboard = {
    down: (key) => this.#keys({ type: 'keyDown', value: KEYS[key] ?? key }),
    up: (key) => this.#keys({ type: 'keyUp', value: KEYS[key] ?? key }),
    press: (key) => this.keyboard.type([key]),
    type: (text) =>
      this.#keys(
        ...[...text].flatMap((key) => [
          { type: 'keyDown', value: KEYS[key] ?? key },
          { type: 'keyUp', value: KEYS[key] ?? key },
        ]),
      ),
  };

  mouse = {
    move: (x, y) => this.#pointer({ type: 'pointerMove', duration: 0, x, y }),
    down: ({ button = 'left' } = {}) => this.#pointer({ type: 'pointerDown', button: BUTTONS[button] }),
    up: ({ button = 'left' } = {}) => this.#pointer({ type: 'pointerUp', button: BUTTONS[button] }),
    click: (x, y, { button = 'left' } = {}) =>
      this.#pointer(
        { type: 'pointerMove', duration: 0, x, y },
        { type: 'pointerDown', button: BUTTONS[button] },
        { type: 'pointerUp', button: BUTTONS[button] },
      ),
    /** Lets go of every button and key. */
    reset: () => this.#call('DELETE', '/actions'),
  };

  close() {
    return this.#call('DELETE', '');
  }
}

async function request(method, url, body) {
  const answer = await fetch(url, {
    method,
    ...(body ? { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } } : {}),
  });
  const { value } = await answer.json();
  if (!answer.ok) throw new Error(`WebDriver: ${value?.error}: ${value?.message}`);
  return value;
}
