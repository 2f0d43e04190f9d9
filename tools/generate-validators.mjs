// Compiles the bundled BackupStorage schema with ajv at build time, so that no page has to: compiling takes some hundred
// milliseconds of the main thread, and a strict Content-Security-Policy forbids it.
//
//   node --import tsx tools/generate-validators.mjs
//
// The code is git-ignored. Run this before type checks, tests and builds, and whenever the bundled schema has changed.

import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { _ } from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import { ajvOptions, createAjv } from '../src/schema/ajv.ts';
import { backupStorageSchema } from '../src/schema/bundled/backup-storage.ts';
import * as formats from '../src/schema/formats.ts';
import { toJsonSchema } from '../src/schema/json-schema.ts';
import { compilePattern } from '../src/schema/pattern.ts';
import { shareRepeats } from './share-repeats.mjs';

const SCHEMA_FOLDER = fileURLToPath(new URL('../src/schema/', import.meta.url));
const TARGET = `${SCHEMA_FOLDER}bundled/generated/backup-storage-validator`;

const DECLARATION = `import type { RawValidator } from '../../finish.js';

/** The bundled BackupStorage schema, compiled by ajv. Use \`loadValidator\`, which completes its errors. */
declare const validate: RawValidator;
export default validate;
`;

/** For {@link shortened}. */
const ERROR_FUNCTIONS = `
function addError(errors, instancePath, schemaPath, keyword, params, message) {
  const error = { instancePath, schemaPath, keyword, params, message };
  if (errors === null) return [error];
  errors.push(error);
  return errors;
}
function addTypeError(errors, instancePath, schemaPath, type) {
  return addError(errors, instancePath, schemaPath + '/type', 'type', { type }, 'must be ' + type);
}`;

await mkdir(`${SCHEMA_FOLDER}bundled/generated`, { recursive: true });
const code = await bundled(compiled(toJsonSchema(backupStorageSchema())));
await writeFile(`${TARGET}.js`, code);
await writeFile(`${TARGET}.d.ts`, DECLARATION);
console.log(`backup-storage-validator.js: ${size(Buffer.byteLength(code))}, ${size(gzipSync(code).length)} gzip`);

/** @param {import('../src/schema/json-schema.ts').JsonSchema} schema */
function compiled(schema) {
  const used = keywordValues(schema);
  const options = {
    // The schema itself would be a third of the code; loadValidator looks the faulty values up.
    verbose: false,
    // As long as no member is called like one of Object.prototype's, the shorter test gives the same answer.
    ownProperties: used.names.some((name) => name in {}),
    inlineRefs: false,
    code: {
      source: true,
      esm: true,
      lines: false,
      optimize: 2,
      formats: _`formats`,
      regExp: used.patterns.every((pattern) => compilePattern(pattern).native)
        ? Object.assign((pattern, flags) => new RegExp(pattern, flags), { code: 'new RegExp' })
        : Object.assign(ajvOptions().code.regExp, { code: 'compilePattern' }),
    },
  };
  const ajv = createAjv(options);
  const source = standaloneCode.default(ajv, ajv.compile(shareRepeats(schema)));
  return [importsOf(used, source), ERROR_FUNCTIONS, shortened(source)].join('\n');
}

/** ajv writes out the making of each error, which is most of its code: calls to functions do the same in half the size. */
function shortened(source) {
  const addition =
    /const (err\d+) = \{instancePath(?::(.*?))?,schemaPath:(".*?"),keyword:(".*?"),params:(\{.*?\}),message:(".*?")\};if\(vErrors === null\)\{vErrors = \[\1\];\}else \{vErrors\.push\(\1\);\}errors\+\+;/g;
  return source.replace(addition, (_all, _name, path, schemaPath, keyword, params, message) => {
    const [, type] = /^\{type: "(\w+)"\}$/.exec(params) ?? [];
    const at = path ?? 'instancePath';
    const place = JSON.stringify(JSON.parse(schemaPath).replace(/\/type$/, ''));
    return type && message === `"must be ${type}"`
      ? `vErrors = addTypeError(vErrors, ${at}, ${place}, "${type}");errors++;`
      : `vErrors = addError(vErrors, ${at}, ${schemaPath}, ${keyword}, ${params}, ${message});errors++;`;
  });
}

/**
 * The generated code asks for `formats[name].validate`.
 *
 * @param {ReturnType<typeof keywordValues>} used
 */
function importsOf({ formats: names }, source) {
  const members = names.map((name) => {
    const { type, validate } = formats.FORMATS[name];
    const [constant] = Object.entries(formats).find(([, exported]) => exported === validate);
    return { constant, text: `${JSON.stringify(name)}: { type: ${JSON.stringify(type)}, validate: ${constant} }` };
  });
  const constants = [...new Set(members.map(({ constant }) => constant))];
  return [
    `import { ${constants.join(', ')} } from './formats.ts';`,
    `const formats = { ${members.map(({ text }) => text).join(', ')} };`,
    ...(source.includes('compilePattern') ? [`import { compilePattern } from './pattern.ts';`] : []),
  ].join('\n');
}

/** @param {string} contents */
async function bundled(contents) {
  const result = await build({
    stdin: { contents, resolveDir: SCHEMA_FOLDER, sourcefile: 'backup-storage-validator.js' },
    bundle: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    write: false,
    banner: { js: '/* Generated by tools/generate-validators.mjs: do not edit. */' },
  });
  const code = result.outputFiles[0].text;
  for (const forbidden of ['new Function', 'require(', 'eval('])
    if (code.includes(forbidden)) throw new Error(`The generated validator contains ${forbidden}.`);
  return code;
}

/** Collects what the generated code depends on. */
function keywordValues(schema, found = { names: [], patterns: [], formats: [] }) {
  if (schema.pattern !== undefined && !found.patterns.includes(schema.pattern)) found.patterns.push(schema.pattern);
  if (schema.format !== undefined && !found.formats.includes(schema.format)) found.formats.push(schema.format);
  found.names.push(...Object.keys(schema.properties ?? {}), ...(schema.required ?? []));
  const inner = [
    ...Object.values(schema.properties ?? {}),
    ...[schema.items, schema.additionalProperties, schema.not].filter((part) => typeof part === 'object'),
    ...[schema.anyOf, schema.oneOf, schema.allOf].flatMap((branches) => branches ?? []),
  ];
  for (const part of inner) keywordValues(part, found);
  return found;
}

function size(bytes) {
  return `${(bytes / 1024).toFixed(1)} KiB`;
}
