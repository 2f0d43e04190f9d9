import '../../../dist/define/backupstorage-manifest-preview.js';

let root;

export default {
  mount(place, text) {
    const preview = document.createElement('backupstorage-manifest-preview');
    preview.text = text;
    place.append(preview);
    root = preview.shadowRoot;
  },
  isReadable: () => root.querySelector('.plain-line, .cm-line')?.textContent.includes('apiVersion'),
  isEditable: () => root.querySelector('.cm-content')?.textContent.includes('apiVersion'),
  focus: () => root.querySelector('.cm-content').focus(),
  has: (word) => root.querySelector('.cm-content').textContent.includes(word),
};
