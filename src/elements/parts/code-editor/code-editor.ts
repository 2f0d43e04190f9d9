import { noChange } from 'lit';
import { AsyncDirective } from 'lit/async-directive.js';
import { directive, PartType, type ElementPart, type PartInfo } from 'lit/directive.js';
import type { ManifestWords } from '../../../locales/index.js';
import type { KindName, SchemaOf } from '../../../manifest/assist-kinds.js';
import type { ManifestIssue } from '../../../manifest/parse.js';
import type { ManifestFormat } from '../../../manifest/serialize.js';
import type { EditorHandle } from './codemirror.js';
import { editorOffsets, withLineEnds } from './line-ends.js';

/** Something wrong, at its place in the text that was given; an error unless it says otherwise. */
export type EditorProblem = ManifestIssue & { severity?: 'error' | 'warning' };

export interface CodeEditorOptions {
  text: string;
  format: ManifestFormat;
  readonly: boolean;
  /** Names the editor for screen readers. */
  label: string;
  /** What is wrong with the text. */
  diagnostics?: readonly EditorProblem[];
  /** A place in the text to go to: each new object is gone to once. */
  selection?: { from: number; to: number } | undefined;
  /** What fields and values there are: without it only what every object has is completed and explained. */
  schemaOf?: SchemaOf | undefined;
  /** The kinds that are offered; BackupStorage and Secret unless given. */
  kinds?: readonly KindName[];
  messages: ManifestWords;
  /** What was typed, with the line ends of the text that was given. */
  onInput: (text: string) => void;
  /** The editor has taken the place of the plain view. */
  onReady: () => void;
}

/**
 * Puts CodeMirror into an element. It is loaded when this directive is first rendered, never before; until it has come,
 * and if it cannot, what the element holds already stays and works.
 */
class CodeEditor extends AsyncDirective {
  #editor: EditorHandle | undefined;
  #options: CodeEditorOptions | undefined;
  #host: HTMLElement | undefined;
  #loading = false;

  constructor(info: PartInfo) {
    super(info);
    if (info.type !== PartType.ELEMENT) throw new Error('codeEditor() belongs into the opening tag.');
  }

  render(_options: CodeEditorOptions): unknown {
    return noChange;
  }

  override update(part: ElementPart, [options]: [CodeEditorOptions]): unknown {
    const before = this.#options;
    this.#host = part.element as HTMLElement;
    this.#options = options;
    if (before && options.selection && options.selection !== before.selection)
      // What surrounds the editor is rendered first.
      queueMicrotask(() => this.#select(options));
    if (this.#editor) this.#editor.update(options);
    else if (!this.#loading) void this.#load();
    return noChange;
  }

  protected override disconnected(): void {
    this.#editor?.destroy();
    this.#editor = undefined;
    this.#loading = false;
  }

  protected override reconnected(): void {
    void this.#load();
  }

  #select({ selection, text }: CodeEditorOptions): void {
    if (!selection) return;
    const inEditor = editorOffsets(text);
    const [from, to] = [inEditor(selection.from), inEditor(selection.to)];
    if (this.#editor) return this.#editor.focus(from, to);
    const plain = this.#host?.querySelector('textarea');
    plain?.focus();
    plain?.setSelectionRange(from, to);
  }

  async #load(): Promise<void> {
    this.#loading = true;
    let module: typeof import('./codemirror.js');
    try {
      module = await import('./codemirror.js');
    } catch {
      return; // The plain view stays: it can be read, edited and copied.
    }
    if (!this.isConnected || !this.#host || !this.#options || this.#editor) return;
    // Whoever has begun to type goes on typing.
    const { activeElement } = this.#host.getRootNode() as ShadowRoot | Document;
    const typing = activeElement instanceof HTMLTextAreaElement && this.#host.contains(activeElement) && activeElement;
    // A text field knows no other line ends than its own.
    const text = typing ? withLineEnds(typing.value, this.#options.text) : this.#options.text;
    this.#editor = module.createEditor(this.#host, { ...this.#options, text });
    if (typing) this.#editor.focus(typing.selectionStart, typing.selectionEnd);
    this.#options.onReady();
  }
}

/** `<div ${codeEditor({ ... })}></div>` */
export const codeEditor = directive(CodeEditor);
