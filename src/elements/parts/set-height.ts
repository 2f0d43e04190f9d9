import { noChange } from 'lit';
import { directive, type ElementPart } from 'lit/directive.js';
import { ElementDirective } from './element-directive.js';

class SetHeight extends ElementDirective {
  #pixels: number | undefined;

  render(_pixels: number): unknown {
    return noChange;
  }

  override update(part: ElementPart, [pixels]: [number]): unknown {
    if (pixels === this.#pixels) return noChange;
    this.#pixels = pixels;
    // Through the CSSOM: a strict Content-Security-Policy blocks style attributes.
    (part.element as HTMLElement).style.height = `${pixels}px`;
    return noChange;
  }
}

/** Sets an element's height in CSS pixels: `<td ${setHeight(120)}></td>`. */
export const setHeight = directive(SetHeight);
