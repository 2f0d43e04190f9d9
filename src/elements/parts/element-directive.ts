import { Directive, PartType, type PartInfo } from 'lit/directive.js';

/** A directive of a whole element: it stands in the opening tag. */
export abstract class ElementDirective extends Directive {
  constructor(info: PartInfo) {
    super(info);
    if (info.type !== PartType.ELEMENT) throw new Error('This belongs into an opening tag.');
  }
}
