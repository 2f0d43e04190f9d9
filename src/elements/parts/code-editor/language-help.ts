import {
  autocompletion,
  pickedCompletion,
  startCompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete';
import { Prec, type Extension } from '@codemirror/state';
import {
  activateHover,
  closeHoverTooltips,
  EditorView,
  hasHoverTooltips,
  hoverTooltip,
  keymap,
  type Tooltip,
} from '@codemirror/view';
import type { ManifestWords } from '../../../locales/index.js';
import { completionsAt, hoverAt, type FieldHelp, type ManifestCompletion } from '../../../manifest/assist.js';
import type { CodeEditorOptions } from './code-editor.js';

/** What the help needs to know, as it is when it is asked for. */
export interface HelpContext {
  options: () => CodeEditorOptions;
  messages: () => ManifestWords;
}

/** Completion of fields and values, and help for a field by pointer and by Control + I. */
export function languageHelp(context: HelpContext): Extension {
  const hover = hoverTooltip((view, offset) => helpTooltip(view, offset, context), { hoverTime: 400 });
  return [
    autocompletion({ override: [(at) => complete(at, context)], icons: false }),
    hover,
    Prec.high(
      keymap.of([
        {
          key: 'Ctrl-i',
          preventDefault: true,
          run: (view) => {
            const offset = view.state.selection.main.head;
            const help = helpAt(view, offset, context);
            const words = help ? factsOf(help, context.messages()).join('. ') : context.messages().noFieldHelp;
            // What is shown goes when something is typed or the cursor moves.
            const until = (transaction: { docChanged: boolean; selection?: unknown }) =>
              transaction.docChanged || transaction.selection !== undefined;
            activateHover(view, offset, 1, { tooltip: hover, until });
            view.dispatch({ effects: EditorView.announce.of(words) });
            return true;
          },
        },
        {
          key: 'Escape',
          // A dialog around the editor must not close as well.
          stopPropagation: true,
          run: (view) => {
            if (!hasHoverTooltips(view.state)) return false;
            view.dispatch({ effects: closeHoverTooltips });
            return true;
          },
        },
      ]),
    ),
  ];
}

function complete({ state, pos, explicit }: CompletionContext, { options }: HelpContext): CompletionResult | null {
  const { format, readonly, schemaOf, kinds, messages } = options();
  if (readonly) return null;
  // While somebody types, a word must have been begun; an empty place is filled only when it is asked for.
  if (!explicit && !/[\w$"']/.test(state.sliceDoc(pos - 1, pos))) return null;
  const help = { schemaOf, ...(kinds && { kinds }), messages };
  const found = completionsAt(state.doc.toString(), format, pos, help);
  if (!found) return null;
  return { from: found.from, to: found.to, options: found.options.map(optionOf), validFor: /^[\w$./-]*$/ };
}

function optionOf(completion: ManifestCompletion, index: number): Completion {
  const { label, kind, type, help } = completion;
  return {
    label,
    type: kind,
    // In the order of the schema, what is required first.
    sortText: String(index).padStart(4, '0'),
    ...(type !== undefined && { detail: type }),
    ...(help !== undefined && { info: () => paragraph(help) }),
    apply: (view, picked, from, to) => {
      const { insert, cursor = insert.length } = completion;
      view.dispatch({
        changes: { from, to, insert },
        selection: { anchor: from + cursor },
        scrollIntoView: true,
        userEvent: 'input.complete',
        annotations: pickedCompletion.of(picked),
      });
      // What may stand behind a key is offered at once, where it is known.
      if (kind === 'key') startCompletion(view);
    },
  };
}

function helpAt(view: EditorView, offset: number, { options }: HelpContext): FieldHelp | undefined {
  const { format, schemaOf, messages } = options();
  return hoverAt(view.state.doc.toString(), format, offset, { schemaOf, messages });
}

function helpTooltip(view: EditorView, offset: number, context: HelpContext): Tooltip | null {
  const help = helpAt(view, offset, context);
  if (!help) return null;
  return {
    pos: help.from,
    end: help.to,
    above: true,
    create: () => {
      const [name, ...facts] = factsOf(help, context.messages());
      const dom = document.createElement('div');
      dom.className = 'cm-field-help';
      dom.append(paragraph(name!, 'cm-field-help-name'));
      dom.append(...facts.map((fact) => paragraph(fact, fact === help.help ? '' : 'cm-field-help-facts')));
      return { dom };
    },
  };
}

/** What is known of a field, one thing after the other, its path first. */
function factsOf(help: FieldHelp, messages: ManifestWords): string[] {
  const { field, type, title, values, required } = help;
  return [
    field,
    required ? messages.typeRequired(type) : type,
    ...(title !== undefined && title !== help.help ? [title] : []),
    ...(help.help === undefined ? [] : [help.help]),
    ...(values === undefined ? [] : [messages.fieldValues(values)]),
    ...(help.default === undefined ? [] : [messages.fieldDefault(help.default)]),
  ];
}

function paragraph(text: string, className = ''): HTMLElement {
  const element = document.createElement('p');
  if (className !== '') element.className = className;
  element.textContent = text;
  return element;
}
