// CodeMirror alone: its basic set-up and YAML, nothing of what a manifest needs.
import { yaml } from '@codemirror/lang-yaml';
import { basicSetup, EditorView } from 'codemirror';

let content;

export default {
  mount(place, doc) {
    const view = new EditorView({ doc, parent: place, extensions: [basicSetup, yaml()] });
    view.scrollDOM.style.maxHeight = '50vh';
    content = view.contentDOM;
  },
  isReadable: () => content.textContent.includes('apiVersion'),
  isEditable: () => content.textContent.includes('apiVersion'),
  focus: () => content.focus(),
  has: (word) => content.textContent.includes(word),
};
