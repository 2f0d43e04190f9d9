// Monaco with YAML's colours and its worker: what Headlamp and others show manifests in.
import 'monaco-editor/esm/vs/basic-languages/yaml/yaml.contribution.js';
import * as monaco from 'monaco-editor/esm/vs/editor/editor.main.js';

globalThis.MonacoEnvironment = { getWorker: () => new Worker('/manifest-monaco-worker/main.js', { type: 'module' }) };

let editor;
let place;
// Monaco puts no-break spaces between words.
const lines = () => place.querySelector('.view-lines')?.textContent.replaceAll('\u00a0', ' ') ?? '';

export default {
  mount(element, value) {
    place = element;
    place.style.height = '50vh';
    editor = monaco.editor.create(place, { value, language: 'yaml', minimap: { enabled: false } });
  },
  isReadable: () => lines().includes('apiVersion'),
  isEditable: () => lines().includes('apiVersion') && editor.getModel() !== null,
  focus: () => editor.focus(),
  has: (word) => lines().includes(word),
};
