import { noChange } from 'lit';
import { directive, type ElementPart } from 'lit/directive.js';
import type { Formats } from '../../locales/formats.js';
import { ElementDirective } from './element-directive.js';

class ExactTitle extends ElementDirective {
  #at: number | undefined;
  #formats: Formats | undefined;

  render(_at: number, _formats: Formats): unknown {
    return noChange;
  }

  override update(part: ElementPart, [at, formats]: [number, Formats]): unknown {
    if (at === this.#at && formats === this.#formats) return noChange;
    const element = part.element as HTMLElement;
    if (this.#at === undefined) element.addEventListener('pointerenter', this.#write);
    else element.removeAttribute('title');
    this.#at = at;
    this.#formats = formats;
    return noChange;
  }

  readonly #write = ({ currentTarget }: Event): void => {
    (currentTarget as HTMLElement).title = this.#formats!.exactTime(this.#at!);
  };
}

/**
 * The exact time, in milliseconds since the epoch, as an element's title: `<time ${exactTitle(at, formats)}>`. It is
 * written when a pointer comes, before the browser shows it: the first date that a page formats takes it some 20 ms, and
 * most are never looked at.
 */
export const exactTitle = directive(ExactTitle);
