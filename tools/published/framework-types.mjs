// The generated half of frameworks/: what each element has, by name. How a framework writes that is in the files beside
// it, which are written by hand.

const GENERATED = '// Generated from custom-elements.json by `npm run manifest`.\n';

const doc = (text, indent = '') => (text ? `${indent}/** ${text.replaceAll('*/', '*\\/')} */\n` : '');
const settable = (element) => element.properties.filter(({ readonly }) => !readonly);
const isBoolean = ({ type }) => type === 'boolean';

/** `{ … }` with one line for each member; `{}` where there is none. */
const block = (members) => (members.length === 0 ? '{}' : `{\n${members.join('')}}`);

function interfacesOf(element) {
  const properties = settable(element).map(
    ({ name, description }) => `${doc(description, '  ')}  ${name}?: ${element.class}['${name}'];\n`,
  );
  // An attribute of the property's own name is the property already.
  const attributes = settable(element)
    .filter(({ name, attribute }) => attribute && attribute !== name)
    .map(
      ({ name, attribute, description }) =>
        `${doc(description, '  ')}  '${attribute}'?: ${element.class}['${name}'];\n`,
    );
  const events = element.events.map(
    ({ name, type, description }) => `${doc(description, '  ')}  '${name}': ${type};\n`,
  );
  return [
    `/** Properties of \`<${element.tag}>\`. */\nexport interface ${element.class}Properties ${block(properties)}\n`,
    `/** Attributes of \`<${element.tag}>\` that are written otherwise than their properties. */\nexport interface ${element.class}Attributes ${block(attributes)}\n`,
    `/** Events of \`<${element.tag}>\`. */\nexport interface ${element.class}Events ${block(events)}\n`,
  ];
}

function elementTypes({ elements }) {
  const names = [...new Set(elements.flatMap((element) => [element.class, ...element.events.map(({ type }) => type)]))];
  const map = elements.map(
    (element) =>
      `${doc(element.summary, '  ')}  '${element.tag}': {\n    element: ${element.class};\n    properties: ${element.class}Properties;\n    attributes: ${element.class}Attributes;\n    events: ${element.class}Events;\n  };\n`,
  );
  return [
    GENERATED +
      `import type {\n${names
        .sort()
        .map((name) => `  ${name},\n`)
        .join('')}} from '../dist/index.js';\n`,
    ...elements.flatMap(interfacesOf),
    `/** What each tag is, takes and fires. */\nexport interface ElementTypes ${block(map)}\n`,
  ].join('\n');
}

const camel = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
const handlerOf = (name) => camel(`on-${name}`);

/** A component for React 17 to 19, by `@lit/react`; it registers its tag. */
function reactWrapper(element) {
  const events = element.events.map(({ name }) => `    ${handlerOf(name)}: '${name}',\n`);
  const code = `${GENERATED}import { createComponent } from '@lit/react';
import * as react from 'react';
import '../../dist/define/${element.tag}.js';
import { ${element.class} as elementClass } from '../../dist/elements/${element.tag}/${element.tag}.js';

export const ${element.class} = createComponent({
  react,
  tagName: '${element.tag}',
  elementClass,
  events: {
${events.join('')}  },
});
`;
  const typed = element.events.map(
    ({ name, type, description }) => `${doc(description, '    ')}    ${handlerOf(name)}: EventName<${type}>;\n`,
  );
  const names = [...new Set(element.events.map(({ type }) => type))].sort();
  const types = `${GENERATED}import type { EventName, ReactWebComponent } from '@lit/react';
import type {
  ${element.class} as Element,
${names.map((name) => `  ${name},\n`).join('')}} from '../../dist/index.js';

/** ${element.summary} */
export declare const ${element.class}: ReactWebComponent<
  Element,
  {
${typed.join('')}  }
>;
`;
  return { [`frameworks/react/${element.tag}.js`]: code, [`frameworks/react/${element.tag}.d.ts`]: types };
}

const directive = (element) => `${element.class}Directive`;

// Angular's format for libraries ("partial" declarations), which its own compiler links in the host's build. Inputs and
// outputs stand in the types only: at run time Angular sets the element's properties and listens to its events itself,
// and a directive that had them too would be told everything twice.
function angularCode({ elements }) {
  const classes = elements.map((element) => {
    const name = directive(element);
    return `export class ${name} {}
${name}.ɵfac = i0.ɵɵngDeclareFactory({
  minVersion: '12.0.0',
  version: '20.0.0',
  ngImport: i0,
  type: ${name},
  deps: [],
  target: i0.ɵɵFactoryTarget.Directive,
});
${name}.ɵdir = i0.ɵɵngDeclareDirective({
  minVersion: '14.0.0',
  version: '20.0.0',
  type: ${name},
  isStandalone: true,
  selector: '${element.tag}',
  ngImport: i0,
});
`;
  });
  const all = `export const BACKUP_STORAGE_DIRECTIVES = [${elements.map(directive).join(', ')}];\n`;
  return `${GENERATED}import * as i0 from '@angular/core';\n\n${classes.join('\n')}\n${all}`;
}

function angularTypes({ elements }) {
  const classes = elements.map((element) => {
    const name = directive(element);
    const inputs = settable(element);
    const members = [
      ...inputs.map(
        (input) => `${doc(input.description, '  ')}  ${input.name}: ${element.class}Properties['${input.name}'];\n`,
      ),
      ...inputs
        .filter(isBoolean)
        .map((input) => `  static ngAcceptInputType_${input.name}: boolean | '' | undefined;\n`),
      ...element.events.map(
        ({ name: event, description }) =>
          `${doc(description, '  ')}  readonly '${event}': i0.EventEmitter<${element.class}Events['${event}']>;\n`,
      ),
    ];
    const declared = inputs.map((input) => `      ${input.name}: { alias: '${input.name}'; required: false };\n`);
    const outputs = element.events.map(({ name: event }) => `      '${event}': '${event}';\n`);
    return `/** ${element.summary} */
export declare class ${name} {
${members.join('')}  static ɵfac: i0.ɵɵFactoryDeclaration<${name}, never>;
  static ɵdir: i0.ɵɵDirectiveDeclaration<
    ${name},
    '${element.tag}',
    never,
    {
${declared.join('')}    },
    {
${outputs.join('')}    },
    never,
    never,
    true,
    never
  >;
}
`;
  });
  const imported = elements
    .flatMap((element) => [`${element.class}Events`, `${element.class}Properties`])
    .map((name) => `  ${name},\n`);
  return `${GENERATED}import * as i0 from '@angular/core';
import type {
${imported.join('')}} from './elements.js';

${classes.join('\n')}
/** All of them, for the \`imports\` of a component. */
export declare const BACKUP_STORAGE_DIRECTIVES: readonly [
${elements.map((element) => `  typeof ${directive(element)},\n`).join('')}];
`;
}

/** Path → text of every generated file of frameworks/. */
export function frameworkFiles(model) {
  return {
    'frameworks/elements.d.ts': elementTypes(model),
    'frameworks/angular.js': angularCode(model),
    'frameworks/angular.d.ts': angularTypes(model),
    ...Object.assign({}, ...model.elements.map(reactWrapper)),
  };
}
