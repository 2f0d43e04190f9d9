import { expect } from 'chai';
import { backupStorageSchema } from '../../../src/schema/bundled/backup-storage.js';
import { applyDefaults } from '../../../src/schema/defaults.js';
import { fieldsOfStrictError } from '../../../src/schema/field-path.js';
import { interpret } from '../../../src/schema/interpreter.js';
import { pruneNulls, pruneUnknownFields } from '../../../src/schema/prune.js';
import { causesOf, isServerRule } from '../../../src/schema/wording.js';
import { recordedAnswers, type RecordedAnswer } from '../../fixtures/server-answers.js';

const schema = backupStorageSchema();
const validate = interpret(schema);

/** Refusals that no schema can foresee: of metadata, of options, of other objects. */
const isBySchema = ({ causes }: RecordedAnswer) =>
  causes?.every(({ field }) => field === '<nil>' || field.startsWith('spec')) ?? false;

/** Go walks the members of an object in a random order. */
const sorted = (causes: readonly { field: string }[]) => [...causes].sort((a, b) => (a.field < b.field ? -1 : 1));

describe('schema: the recorded answers of an API server', () => {
  for (const answer of recordedAnswers()) {
    const { name, request, code, causes, message, spec, warnings } = answer;

    if (code === 201)
      it(`accepts: ${name}`, () => {
        const pruned = pruneUnknownFields(schema, request);
        if (warnings) expect(pruned.map((field) => `unknown field "${field}"`)).to.deep.equal(warnings);
        applyDefaults(schema, pruneNulls(schema, request));
        validate(request);
        expect((validate.errors ?? []).filter(isServerRule)).to.deep.equal([]);
        // The recording went through JavaScript's numbers.
        const stored = JSON.parse(JSON.stringify(request['spec'] ?? null, bigAsNumber)) as unknown;
        expect(stored).to.deep.equal(spec ?? null);
      });

    if (code === 422 && isBySchema(answer))
      it(`refuses in the same words: ${name}`, () => {
        pruneUnknownFields(schema, request);
        applyDefaults(schema, pruneNulls(schema, request));
        expect(validate(request)).to.be.false;
        const ours = causesOf(validate.errors ?? [], request);
        if (name === 'two errors + deep') expect(sorted(ours)).to.deep.equal(sorted(causes!));
        else expect(ours).to.deep.equal(causes);
      });

    if (code === 400 && message!.includes('unknown field'))
      it(`finds what strict validation refuses: ${name}`, () => {
        const faults = pruneUnknownFields(schema, request).map((field) => ({ field, kind: 'unknown' }));
        expect(faults).to.deep.equal(fieldsOfStrictError(message!));
      });
  }
});

const bigAsNumber = (_key: string, value: unknown) => (typeof value === 'bigint' ? Number(value) : value);
