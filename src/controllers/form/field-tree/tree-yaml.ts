import { deepEqual } from '../../../manifest/json.js';
import type { TreeNode } from './tree-node.js';
import type { TreeNodes } from './tree-nodes.js';

type YamlCodec = typeof import('./yaml-codec.js');

/** Nodes that are edited as YAML. What reads and writes it is loaded when it is first needed. */
export class TreeYaml {
  #codec: YamlCodec | undefined;

  constructor(private readonly nodes: TreeNodes) {}

  /** Text that cannot be read, or says what fields cannot show, stays YAML: false is returned. */
  switch(node: TreeNode, asYaml: boolean): boolean {
    if (!asYaml && (node.yaml?.fault || !this.nodes.canBeFields(node))) return false;
    node.asYaml = asYaml;
    node.open = true;
    if (!asYaml) node.yaml = undefined;
    return true;
  }

  textOf(node: TreeNode, value: unknown): string | undefined {
    const { yaml } = node;
    if (yaml && (yaml.fault || Object.is(yaml.value, value))) return yaml.text;
    if (value === undefined) return '';
    if (!this.#codec) {
      void this.#load().then(() => this.nodes.changed(node));
      return undefined;
    }
    const text = this.#codec.writeYamlValue(value);
    node.yaml = { text, value };
    return text;
  }

  setText(node: TreeNode, text: string): void {
    // A value that fields could show would otherwise take the text away while it is being typed.
    if (!node.isOpaque) node.asYaml = true;
    node.yaml = { text, value: this.nodes.valueOf(node) };
    if (this.#codec) this.#read(node, this.#codec);
    else
      void this.#load().then((codec) => {
        if (node.yaml?.text === text && this.nodes.live(node.id) === node) this.#read(node, codec);
      });
  }

  #read(node: TreeNode, codec: YamlCodec): void {
    const { text } = node.yaml!;
    const { value, fault } = codec.readYamlValue(text);
    const isNew = value === undefined || !deepEqual(value, this.nodes.valueOf(node));
    if (!fault && isNew) this.nodes.writer.put(node, value);
    node.yaml = { text, value: this.nodes.valueOf(node), ...(fault ? { fault } : {}) };
    this.nodes.changed(node);
  }

  async #load(): Promise<YamlCodec> {
    return (this.#codec ??= await import('./yaml-codec.js'));
  }
}
