/** Everything of CodeMirror is imported here and only here: this module is a chunk of its own, loaded when it is needed. */
import { json } from '@codemirror/lang-json';
import { yaml } from '@codemirror/lang-yaml';
import { bracketMatching, foldGutter, HighlightStyle, indentOnInput, syntaxHighlighting } from '@codemirror/language';
import { lintGutter, lintKeymap, setDiagnostics, type Diagnostic } from '@codemirror/lint';
import { Compartment, EditorState } from '@codemirror/state';
import { EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { minimalSetup } from 'codemirror';
import type { CodeEditorOptions } from './code-editor.js';

export interface EditorHandle {
  update(options: CodeEditorOptions): void;
  /** Takes the focus, with this selected. */
  focus(from: number, to: number): void;
  destroy(): void;
}

// Colours come from the tokens of the element around it, so that hosts' themes and dark mode reach the editor.
const highlight = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: 'var(--_accent)' },
  { tag: tags.comment, color: 'var(--_muted)', fontStyle: 'italic' },
  { tag: [tags.bool, tags.null, tags.number], color: 'var(--_warning)' },
  { tag: tags.string, color: 'inherit' },
  { tag: [tags.meta, tags.punctuation, tags.separator], color: 'var(--_muted)' },
]);

const theme = EditorView.theme({
  '&': { color: 'inherit', backgroundColor: 'transparent', fontSize: '0.875em', height: '100%' },
  // The frame around the editor shows the focus: here the gutter would hide a part of it.
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--_mono)', lineHeight: '1.55' },
  '.cm-content': { caretColor: 'currentColor', paddingBlock: '10px' },
  '.cm-cursor': { borderLeftColor: 'currentColor' },
  '.cm-gutters': {
    color: 'var(--_muted)',
    backgroundColor: 'var(--_raised)',
    borderInlineEnd: '1px solid var(--_border)',
  },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'var(--_hover)' },
  '.cm-selectionBackground, &.cm-focused .cm-selectionBackground': {
    backgroundColor: 'color-mix(in srgb, var(--_accent) 28%, transparent) !important',
  },
  // CodeMirror draws its squiggle with a data: image, which a strict Content-Security-Policy blocks.
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--_danger)',
    textUnderlineOffset: '3px',
  },
  '.cm-lint-marker': { content: 'none' },
  '.cm-lint-marker-error': {
    inlineSize: '8px',
    blockSize: '8px',
    margin: '6px 3px',
    borderRadius: '50%',
    backgroundColor: 'var(--_danger)',
  },
  '.cm-tooltip': {
    color: 'inherit',
    backgroundColor: 'var(--_surface)',
    border: '1px solid var(--_border)',
    borderRadius: 'var(--_radius)',
  },
});

/** Makes an editor inside `parent`, in whatever shadow root that is. */
export function createEditor(parent: HTMLElement, first: CodeEditorOptions): EditorHandle {
  let options = first;
  const language = new Compartment();
  const writable = new Compartment();
  const named = new Compartment();

  const languageOf = ({ format }: CodeEditorOptions) => (format === 'yaml' ? yaml() : json());
  const writableOf = ({ readonly }: CodeEditorOptions) => [
    EditorState.readOnly.of(readonly),
    // A read-only text stays focusable, so that it can be read and selected with the keyboard.
    EditorView.editable.of(true),
  ];
  const nameOf = ({ label, readonly }: CodeEditorOptions) =>
    EditorView.contentAttributes.of({ 'aria-label': label, ...(readonly ? { 'aria-readonly': 'true' } : {}) });

  const view = new EditorView({
    parent,
    root: parent.getRootNode() as ShadowRoot | Document,
    state: EditorState.create({
      doc: first.text,
      extensions: [
        minimalSetup,
        lineNumbers(),
        foldGutter(),
        lintGutter(),
        indentOnInput(),
        bracketMatching(),
        highlightActiveLine(),
        EditorView.lineWrapping,
        // Tab is left alone on purpose: it leads out of the editor, as everywhere else on the page.
        keymap.of(lintKeymap),
        syntaxHighlighting(highlight),
        theme,
        language.of(languageOf(first)),
        writable.of(writableOf(first)),
        named.of(nameOf(first)),
        EditorView.updateListener.of((update) => {
          // A change that this module dispatched itself is no input.
          if (update.docChanged && !update.transactions.some((one) => one.isUserEvent('backupstorage.set')))
            options.onInput(update.state.doc.toString());
        }),
      ],
    }),
  });
  showIssues(view, first);

  return {
    update(next) {
      const before = options;
      options = next;
      const text = view.state.doc.toString();
      const effects = [
        ...(next.format === before.format ? [] : [language.reconfigure(languageOf(next))]),
        ...(next.readonly === before.readonly ? [] : [writable.reconfigure(writableOf(next))]),
        ...(next.label === before.label && next.readonly === before.readonly ? [] : [named.reconfigure(nameOf(next))]),
      ];
      if (next.text !== text) {
        view.dispatch({ changes: smallestChange(text, next.text), effects, userEvent: 'backupstorage.set' });
      } else if (effects.length > 0) view.dispatch({ effects });
      if (next.issues !== before.issues) showIssues(view, next);
    },
    focus(anchor, head) {
      const { length } = view.state.doc;
      view.dispatch({ selection: { anchor: Math.min(anchor, length), head: Math.min(head, length) } });
      view.focus();
    },
    destroy: () => view.destroy(),
  };
}

/** Only what differs: the selection, the scroll position and the undo history survive around it. */
function smallestChange(before: string, after: string): { from: number; to: number; insert: string } {
  let from = 0;
  const shorter = Math.min(before.length, after.length);
  while (from < shorter && before[from] === after[from]) from++;
  let tail = 0;
  while (tail < shorter - from && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  return { from, to: before.length - tail, insert: after.slice(from, after.length - tail) };
}

function showIssues(view: EditorView, { issues }: CodeEditorOptions): void {
  const { length } = view.state.doc;
  const diagnostics = issues.map(({ from, to, message }): Diagnostic => ({
    from: Math.min(from, length),
    to: Math.min(Math.max(to, from), length),
    severity: 'error',
    message,
  }));
  view.dispatch(setDiagnostics(view.state, diagnostics));
}
