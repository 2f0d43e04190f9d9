import { noChange } from 'lit';
import { Directive, directive, PartType, type ElementPart, type PartInfo } from 'lit/directive.js';

class SetHeight extends Directive {
  #pixels: number | undefined;

  constructor(info: PartInfo) {
    super(info);
    if (info.type !== PartType.ELEMENT) throw new Error('setHeight() belongs into the opening tag.');
  }

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
