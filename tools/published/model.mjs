// What custom-elements.json says of the elements, in the shape that the generators of this folder need.
import { readFileSync } from 'node:fs';

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** One line of plain text: a docstring's own line breaks mean nothing, and its links lead nowhere. */
export const oneLine = (text = '') =>
  text
    .replace(/\{@link (\w+)\}/g, '`$1`')
    .replace(/\s+/g, ' ')
    .trim();

const named = (entries) =>
  (entries ?? []).map(({ name, description, default: value }) => ({
    name,
    description: oneLine(description),
    ...(value === undefined ? {} : { default: value }),
  }));

function elementOf(declaration) {
  const fields = (declaration.members ?? []).filter(({ kind, static: isStatic }) => kind === 'field' && !isStatic);
  return {
    tag: declaration.tagName,
    class: declaration.name,
    summary: declaration.summary,
    description: declaration.description,
    properties: fields.map((field) => ({
      name: field.name,
      type: field.type.text,
      description: oneLine(field.description),
      ...(field.default === undefined ? {} : { default: field.default }),
      ...(field.attribute ? { attribute: field.attribute } : {}),
      ...(field.reflects ? { reflects: true } : {}),
      ...(field.readonly ? { readonly: true } : {}),
    })),
    methods: (declaration.members ?? [])
      .filter(({ kind }) => kind === 'method')
      .map(({ name, return: result, description }) => ({
        name,
        returns: result?.type.text ?? 'void',
        description: oneLine(description),
      })),
    events: (declaration.events ?? []).map(({ name, type, description }) => ({
      name,
      type: type.text,
      description: oneLine(description),
    })),
    slots: named(declaration.slots),
    parts: named(declaration.cssParts),
    states: named(declaration.cssStates),
    customProperties: named(declaration.cssProperties),
  };
}

function eventOf({ name, description, members = [] }) {
  const fields = members.filter(({ kind, static: isStatic }) => kind === 'field' && !isStatic);
  const eventName = members.find((member) => member.name === 'eventName')?.default.replaceAll("'", '');
  return {
    class: name,
    name: eventName,
    description: oneLine(description),
    fields: fields.map((field) => ({
      name: field.name,
      type: field.type.text,
      ...(field.description ? { description: oneLine(field.description) } : {}),
    })),
  };
}

/** Elements and event classes, as custom-elements.json has them. */
export function readModel() {
  const declarations = readJson('custom-elements.json').modules.flatMap((module) => module.declarations);
  return {
    package: readJson('package.json'),
    elements: declarations.filter(({ tagName }) => tagName).map(elementOf),
    events: declarations.filter(({ name }) => name.endsWith('Event')).map(eventOf),
  };
}
