import {
  forEachDiagnostic,
  lintGutter,
  nextDiagnostic,
  previousDiagnostic,
  setDiagnostics,
  type Diagnostic,
} from '@codemirror/lint';
import type { Extension } from '@codemirror/state';
import { EditorView, keymap, type Command } from '@codemirror/view';
import type { ManifestWords } from '../../../locales/index.js';
import type { EditorProblem } from './code-editor.js';
import { editorOffsets } from './line-ends.js';

/** Markers beside the lines, and F8 and Shift + F8 from one problem to the next, each of which is announced. */
export function problems(messages: () => ManifestWords): Extension {
  const go =
    (step: Command): Command =>
    (view) => {
      step(view);
      view.dispatch({ effects: EditorView.announce.of(problemAtCursor(view, messages())) });
      return true;
    };
  return [
    lintGutter(),
    keymap.of([{ key: 'F8', run: go(nextDiagnostic), shift: go(previousDiagnostic), preventDefault: true }]),
  ];
}

/** Shows what is wrong with `text`, which is what the editor holds but for its line ends. */
export function showProblems(view: EditorView, text: string, found: readonly EditorProblem[]): void {
  const { length } = view.state.doc;
  const offset = editorOffsets(text);
  const diagnostics = found.map(({ from, to, severity = 'error', message }): Diagnostic => {
    const start = Math.min(offset(from), length);
    return { from: start, to: Math.min(Math.max(offset(to), start), length), severity, message };
  });
  view.dispatch(setDiagnostics(view.state, diagnostics));
}

function problemAtCursor({ state }: EditorView, messages: ManifestWords): string {
  const all: Diagnostic[] = [];
  forEachDiagnostic(state, ({ severity, message }, from, to) => all.push({ severity, message, from, to }));
  const { from, to } = state.selection.main;
  const at = all.findIndex((one) => one.from === from && one.to === to);
  const { severity, message } = all[at] ?? {};
  if (message === undefined) return messages.noProblems;
  const word = messages.severities[severity === 'warning' ? 'warning' : 'error'];
  return messages.problemInEditor(word, state.doc.lineAt(from).number, at + 1, all.length, message);
}
