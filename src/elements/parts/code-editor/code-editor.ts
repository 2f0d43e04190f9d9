import { noChange } from 'lit';
import { AsyncDirective } from 'lit/async-directive.js';
import { directive, PartType, type ElementPart, type PartInfo } from 'lit/directive.js';
import type { ManifestIssue } from '../../../manifest/parse.js';
import type { ManifestFormat } from '../../../manifest/serialize.js';
import type { EditorHandle } from './codemirror.js';

export interface CodeEditorOptions {
  text: string;
  format: ManifestFormat;
  readonly: boolean;
  /** Names the editor for screen readers. */
  label: string;
  issues: readonly ManifestIssue[];
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
    this.#host = part.element as HTMLElement;
    this.#options = options;
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
    const text = typing ? typing.value : this.#options.text;
    this.#editor = module.createEditor(this.#host, { ...this.#options, text });
    if (typing) this.#editor.focus(typing.selectionStart, typing.selectionEnd);
    this.#options.onReady();
  }
}

/** `<div ${codeEditor({ ... })}></div>` */
export const codeEditor = directive(CodeEditor);
