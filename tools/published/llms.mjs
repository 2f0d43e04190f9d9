// llms.txt, llms-full.txt and backupstorage-elements.json: what a coding assistant reads to get an embedding right.
// The recipes are the sources of the apps in test/embedding, which are type-checked, built and used in a browser.
import { readFileSync } from 'node:fs';
import { readAdapters } from './adapters.mjs';

const fence = (language, text) => `\`\`\`${language}\n${text.trim()}\n\`\`\``;
const words = readFileSync('tools/published/llms-words.md', 'utf8').trim();

const RECIPES = [
  ['React 19', 'tsx', 'react/src/Storages.tsx'],
  ['React 17 and 18 (with `@lit/react`)', 'tsx', 'react18/src/Storages.tsx'],
  ['Vue 3', 'vue', 'vue/src/Storages.vue'],
  ['Svelte 5', 'svelte', 'svelte/src/Storages.svelte'],
  ['Angular', 'ts', 'angular/src/Storages.ts'],
];
const NOTES = {
  'Vue 3':
    'Name the tags in the build: `vue({ template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith("backupstorage-") } } })`.',
  Angular:
    'Needs Angular 20 or newer. `BACKUP_STORAGE_DIRECTIVES` type the tags; no `CUSTOM_ELEMENTS_SCHEMA` is needed.',
};

const DOCS = [
  ['docs/data-sources.md', 'adapters, how to write one, what users see of its faults'],
  ['docs/frameworks.md', 'React, Vue, Svelte, Angular, rendering on a server, bundles, names of one’s own'],
  ['docs/cdn.md', 'one script tag, integrity hashes, Content-Security-Policy of a CDN'],
  ['docs/forms.md', 'what the create form is made of, and how a host changes it'],
  ['docs/manifest.md', 'the editor, the server’s verdict, the submit'],
  ['docs/theming.md', 'tokens, parts, themes for known consoles'],
  ['docs/security.md', 'credentials, Content-Security-Policy, Trusted Types'],
];

const customProperty = ({ name, default: value, description }) => `- \`${name}\`, default \`${value}\`. ${description}`;

function elementSection(element, customProperties) {
  const line = (name, rest) => `- ${name}${rest}`;
  const list = (title, entries, write) => (entries.length > 0 ? [`#### ${title}`, entries.map(write).join('\n')] : []);
  const own = (property) => (property.attribute ? `, attribute \`${property.attribute}\`` : ', property only');
  return [
    `### <${element.tag}> (class \`${element.class}\`)`,
    element.description,
    ...list('Properties', element.properties, (property) =>
      line(
        `\`${property.name}: ${property.type}\``,
        `${own(property)}${property.readonly ? ', read-only' : ''}${property.default ? `, default \`${property.default}\`` : ''}. ${property.description}`,
      ),
    ),
    ...list('Methods', element.methods, (method) =>
      line(`\`${method.name}(): ${method.returns}\``, `. ${method.description}`),
    ),
    ...list('Events', element.events, (event) =>
      line(`\`${event.name}\``, ` (\`${event.type}\`). ${event.description}`),
    ),
    ...list('Slots', element.slots, (slot) => line(`\`${slot.name || 'default'}\``, `. ${slot.description}`)),
    ...list('States (`:state()`)', element.states, (state) => line(`\`${state.name}\``, `. ${state.description}`)),
    ...list('Custom properties of its own', customProperties, customProperty),
    ...list('Parts', element.parts, (part) => line(`\`${part.name}\``, `. ${part.description}`)),
  ].join('\n\n');
}

function eventSection({ name, class: eventClass, description, fields }) {
  const said = fields.map((field) => `\`${field.name}: ${field.type}\``).join(', ');
  return `- \`${name}\` (\`${eventClass}\`). ${description}${said ? ` Fields: ${said}.` : ''}`;
}

function adapterSection(adapter) {
  const members = adapter.options.members.map(
    ({ name, type, required, description }) =>
      `  - \`${name}${required ? '' : '?'}: ${type}\`${description ? `. ${description}` : ''}`,
  );
  return [
    `- \`backupstorage-elements/${adapter.entry}\`: ${adapter.for}. \`${adapter.signature}\`. ${adapter.description}`,
    `  \`${adapter.options.type}\`:`,
    ...members,
  ].join('\n');
}

function short({ elements }) {
  const link = ([file, what]) => `- [${file}](${file}): ${what}`;
  return [
    words,
    '## Elements',
    elements
      .map(
        ({ tag, summary, events }) =>
          `- [<${tag}>](llms-full.txt): ${summary} Events: ${events.map(({ name }) => `\`${name}\``).join(', ')}.`,
      )
      .join('\n'),
    '## Reference',
    [
      ['llms-full.txt', 'recipes for React, Vue, Svelte and Angular; every property, event, slot, part and adapter'],
      ['backupstorage-elements.json', 'the same for machines: elements, events, the DataSource interface, adapters'],
      ['custom-elements.json', 'the custom elements manifest'],
    ]
      .map(link)
      .join('\n'),
    '## Docs',
    DOCS.map(link).join('\n'),
  ].join('\n\n');
}

function full(model, { methods, adapters }) {
  const recipes = RECIPES.map(([title, language, file]) =>
    [`### ${title}`, NOTES[title], fence(language, readFileSync(`test/embedding/${file}`, 'utf8'))]
      .filter(Boolean)
      .join('\n\n'),
  );
  const themed = model.elements.filter(({ customProperties }) => customProperties.length > 0);
  const isCommon = ({ name }) => themed.every((element) => element.customProperties.some((one) => one.name === name));
  const common = themed[0].customProperties.filter(isCommon);
  const own = (element) => element.customProperties.filter((property) => !isCommon(property));
  return [
    words,
    '## Recipes',
    ...recipes,
    '## Elements',
    ...model.elements.map((element) => elementSection(element, own(element))),
    '## Custom properties, of every element that shows something',
    common.map(customProperty).join('\n'),
    '## Events',
    'Each is a subclass of `Event` that bubbles and is composed. Its fields are on the event itself; there is no `detail`.',
    model.events.map(eventSection).join('\n'),
    '## Adapters',
    adapters.map(adapterSection).join('\n'),
    '## The DataSource interface',
    'Required: ' +
      methods
        .filter(({ required }) => required)
        .map(({ name }) => `\`${name}\``)
        .join(', ') +
      '. An absent method hides the feature that needs it.',
    methods.map(({ signature, description }) => `- \`${signature}\`${description ? ` ${description}` : ''}`).join('\n'),
  ].join('\n\n');
}

function description(model, { methods, adapters }) {
  const { name, version, license, exports } = model.package;
  return {
    name,
    version,
    description: model.package.description,
    license,
    entryPoints: Object.keys(exports).map((entry) => entry.replace(/^\./, name)),
    elements: model.elements,
    events: model.events,
    dataSource: { interface: 'DataSource', from: `${name}/data-source`, methods },
    adapters: adapters.map((adapter) => ({ ...adapter, entry: `${name}/${adapter.entry}` })),
  };
}

/** Path → text of what coding assistants read. */
export function assistantFiles(model) {
  const sources = readAdapters();
  return {
    'llms.txt': `${short(model)}\n`,
    'llms-full.txt': `${full(model, sources)}\n`,
    'backupstorage-elements.json': JSON.stringify(description(model, sources)),
  };
}
