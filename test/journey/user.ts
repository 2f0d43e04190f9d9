/** Somebody at a page: finds things by role and name, and has a mouse, a keyboard and patience. */
import type { Engine } from './engines.js';
import { inPage } from './engines.js';

const PATIENCE = 30_000;

export class User {
  constructor(private readonly engine: Engine) {}

  #ask<T>(call: string, ...args: readonly unknown[]): Promise<T> {
    return this.engine.page.evaluate(inPage(call, ...args)) as Promise<T>;
  }

  /** What `look` finds, as soon as it finds anything. */
  async until<T>(look: () => Promise<T>, what: string): Promise<NonNullable<T>> {
    const end = Date.now() + PATIENCE;
    for (;;) {
      const found = await look();
      if (found) return found;
      if (Date.now() > end) throw new Error(`Never came: ${what}. Shown is: ${(await this.shown()).slice(0, 1_500)}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  open(url: string): Promise<unknown> {
    return this.engine.page.goto(url);
  }

  /** Where it is, once it has stopped moving. */
  async #spot(role: string, name: string): Promise<{ x: number; y: number }> {
    let last = '';
    return this.until(async () => {
      const found = await this.#ask<{ x: number; y: number } | undefined>('place', role, name);
      const before = last;
      last = JSON.stringify(found);
      return last === before ? found : undefined;
    }, `the ${role} “${name}”, where it can be pointed at`);
  }

  async click(role: string, name: string): Promise<void> {
    const { x, y } = await this.#spot(role, name);
    await this.engine.page.mouse.click(x, y);
  }

  async pointAt(role: string, name: string): Promise<void> {
    const { x, y } = await this.#spot(role, name);
    await this.engine.page.mouse.move(x, y);
  }

  /** One key, with others held down: `press('End', 'Control')`. */
  async press(key: string, ...held: readonly string[]): Promise<void> {
    const { keyboard } = this.engine.page;
    for (const one of held) await keyboard.down(one as never);
    await keyboard.press(key as never);
    for (const one of held.toReversed()) await keyboard.up(one as never);
  }

  async type(text: string): Promise<void> {
    await this.engine.page.keyboard.type(text);
  }

  /** Goes to a field with the mouse and puts this in place of what is in it. */
  async enter(name: string, text: string, role = 'textbox'): Promise<void> {
    await this.until(async () => {
      await this.click(role, name);
      return (await this.focused()) === `${role} ${name}`;
    }, `the caret in ${name}`);
    await this.press('a', 'Control');
    await this.type(text);
    await this.until(async () => (await this.value(role, name)) === text, `“${text}” in ${name}`);
  }

  /** Chooses an option of a select by typing its first letters, which every engine takes without opening it. */
  async choose(name: string, option: string): Promise<void> {
    await this.until(() => this.#ask<boolean>('focus', 'combobox', name), `the choice ${name}`);
    await this.typeChoice(name, option);
  }

  /** The same where the focus is on it. */
  async typeChoice(name: string, option: string): Promise<void> {
    await this.until(async () => {
      await this.type(option);
      if ((await this.value('combobox', name))?.startsWith(option)) return true;
      // For a second or so a browser takes what is typed for more letters of what was typed before.
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      return (await this.value('combobox', name))?.startsWith(option);
    }, `${name} to be ${option}`);
  }

  /** Tab, until this has the focus; what was passed on the way. */
  async tabTo(role: string, name: string, ...held: readonly string[]): Promise<string[]> {
    const wanted = `${role} ${name}`.trim();
    const passed: string[] = [];
    while (passed.length < 60) {
      await this.press('Tab', ...held);
      const now = await this.focused();
      if (now === wanted) return passed;
      passed.push(now);
    }
    throw new Error(`Tab never came to the ${wanted}, but to: ${passed.join(' | ')}`);
  }

  focused(): Promise<string> {
    return this.#ask('focused');
  }

  /** Waits until this has the focus. */
  async hasFocus(role: string, name: string): Promise<void> {
    const wanted = `${role} ${name}`.trim();
    let now = '';
    const look = async () => (now = await this.focused()) === wanted;
    await this.until(look, `the focus on the ${wanted}`).catch((error: Error) => {
      throw new Error(`${error.message}\nThe focus is on: ${now}`);
    });
  }

  value(role: string, name: string): Promise<string | undefined> {
    return this.#ask('valueOf', role, name);
  }

  async sees(words: string): Promise<void> {
    await this.until(async () => (await this.shown()).includes(words), `the words “${words}”`);
  }

  /** Waits for something that says just this. */
  async seesExactly(words: string): Promise<void> {
    await this.until(() => this.#ask<boolean>('says', words), `just the words “${words}”`);
  }

  shown(): Promise<string> {
    return this.#ask('shown');
  }

  /** Drops a file on a field or pastes into it; true when the page took it. */
  give(how: 'drop' | 'paste', name: string, text: string): Promise<boolean> {
    return this.#ask('give', how, name, text);
  }

  /** The words of the open popover or tooltip. */
  floating(): Promise<string | undefined> {
    return this.#ask('floating');
  }

  /** The names in the list. */
  rows(): Promise<string[]> {
    return this.#ask('rows');
  }

  /** An object as the cluster in the page holds it, or the code of its refusal. */
  stored(resource: object, key: { namespace: string; name: string }): Promise<unknown> {
    return this.#ask('stored', resource, key);
  }

  violations(): Promise<string[]> {
    return this.#ask('violations');
  }
}
