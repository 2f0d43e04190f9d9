/** Everything of CodeMirror is imported from here and only here: this is a chunk of its own, loaded when it is needed. */
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { yaml } from '@codemirror/lang-yaml';
import {
  bracketMatching,
  defaultHighlightStyle,
  foldGutter,
  indentOnInput,
  syntaxHighlighting,
} from '@codemirror/language';
import { closeSearchPanel, search, searchKeymap } from '@codemirror/search';
import { Compartment, EditorState, Transaction } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import type { CodeEditorOptions, EditorProblem } from './code-editor.js';
import { languageHelp } from './language-help.js';
import { withLineEnds, withoutReturns } from './line-ends.js';
import { problems, showProblems } from './problems.js';
import { highlight, theme } from './theme.js';

export interface EditorHandle {
  update(options: CodeEditorOptions): void;
  /** Takes the focus, with this selected. */
  focus(from: number, to: number): void;
  destroy(): void;
}

/** Makes an editor inside `parent`, in whatever shadow root that is. */
export function createEditor(parent: HTMLElement, first: CodeEditorOptions): EditorHandle {
  let options = first;
  /** The text with its own line ends, as it was handed in or out last. */
  let shown = first.text;
  const language = new Compartment();
  const writable = new Compartment();
  const named = new Compartment();
  const past = new Compartment();
  const phrased = new Compartment();
  const messages = () => options.messages;
  const keys = keysHelp(messages().editorKeys);

  const languageOf = ({ format }: CodeEditorOptions) => (format === 'yaml' ? yaml() : json());
  const writableOf = ({ readonly }: CodeEditorOptions) => [
    EditorState.readOnly.of(readonly),
    // A read-only text stays focusable, so that it can be read and selected with the keyboard.
    EditorView.editable.of(true),
  ];
  const phrasesOf = ({ messages }: CodeEditorOptions) => EditorState.phrases.of(messages.editorPhrases);
  const nameOf = ({ label, readonly }: CodeEditorOptions) =>
    EditorView.contentAttributes.of({
      'aria-label': label,
      'aria-describedby': keys.id,
      ...(readonly ? { 'aria-readonly': 'true' } : {}),
    });

  const view = new EditorView({
    parent,
    root: parent.getRootNode() as ShadowRoot | Document,
    state: EditorState.create({
      doc: withoutReturns(first.text),
      extensions: [
        highlightSpecialChars(),
        past.of(history()),
        drawSelection(),
        syntaxHighlighting(defaultHighlightStyle, { fallback: true }),
        keymap.of([...defaultKeymap, ...historyKeymap]),
        lineNumbers(),
        foldGutter(),
        problems(messages),
        indentOnInput(),
        bracketMatching(),
        highlightActiveLine(),
        EditorView.lineWrapping,
        languageHelp({ options: () => options, messages }),
        search(),
        // Tab is left alone on purpose: it leads out of the editor, as everywhere else on the page.
        keymap.of([
          // A dialog around the editor must not close as well.
          { key: 'Escape', scope: 'editor search-panel', run: closeSearchPanel, stopPropagation: true },
          ...searchKeymap,
        ]),
        syntaxHighlighting(highlight),
        theme,
        phrased.of(phrasesOf(first)),
        language.of(languageOf(first)),
        writable.of(writableOf(first)),
        named.of(nameOf(first)),
        EditorView.updateListener.of((update) => {
          // A change that this module dispatched itself is no input.
          if (!update.docChanged || update.transactions.some((one) => one.isUserEvent('backupstorage.set'))) return;
          shown = withLineEnds(update.state.doc.toString(), shown);
          options.onInput(shown);
        }),
      ],
    }),
  });
  parent.append(keys);
  showProblems(view, shown, problemsOf(first));

  return {
    update(next) {
      const before = options;
      options = next;
      const effects = [
        ...(next.format === before.format ? [] : [language.reconfigure(languageOf(next))]),
        ...(next.messages === before.messages ? [] : [phrased.reconfigure(phrasesOf(next))]),
        ...(next.readonly === before.readonly ? [] : [writable.reconfigure(writableOf(next))]),
        ...(next.label === before.label && next.readonly === before.readonly ? [] : [named.reconfigure(nameOf(next))]),
      ];
      keys.textContent = next.messages.editorKeys;
      if (next.text !== shown) {
        shown = next.text;
        const changes = smallestChange(view.state.doc.toString(), withoutReturns(shown));
        // Undo must not bring back what was taken away: revealed credentials, former objects, the other format.
        view.dispatch({
          changes,
          effects: [...effects, past.reconfigure([])],
          annotations: Transaction.addToHistory.of(false),
          userEvent: 'backupstorage.set',
        });
        view.dispatch({ effects: past.reconfigure(history()) });
      } else if (effects.length > 0) view.dispatch({ effects });
      if (problemsOf(next) !== problemsOf(before)) showProblems(view, shown, problemsOf(next));
    },
    focus(anchor, head) {
      const { length } = view.state.doc;
      view.dispatch({
        selection: { anchor: Math.min(anchor, length), head: Math.min(head, length) },
        scrollIntoView: true,
      });
      view.focus();
    },
    destroy() {
      view.destroy();
      keys.remove();
    },
  };
}

const problemsOf = ({ diagnostics }: CodeEditorOptions): readonly EditorProblem[] => diagnostics ?? NO_PROBLEMS;
const NO_PROBLEMS: readonly EditorProblem[] = [];

let editors = 0;

/** The keys that the editor has are its description for screen readers. */
function keysHelp(text: string): HTMLElement {
  const element = document.createElement('span');
  element.id = `editor-keys-${++editors}`;
  element.hidden = true;
  element.textContent = text;
  return element;
}

/** Only what differs: the selection and the scroll position survive around it. */
function smallestChange(before: string, after: string): { from: number; to: number; insert: string } {
  let from = 0;
  const shorter = Math.min(before.length, after.length);
  while (from < shorter && before[from] === after[from]) from++;
  let tail = 0;
  while (tail < shorter - from && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  return { from, to: before.length - tail, insert: after.slice(from, after.length - tail) };
}
