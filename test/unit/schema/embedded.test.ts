import { expect } from 'chai';
import { interpret } from '../../../src/schema/interpreter.js';
import type { StructuralSchema } from '../../../src/schema/types.js';
import { causesOf } from '../../../src/schema/wording.js';

const RESOURCE: StructuralSchema = {
  type: 'object',
  'x-kubernetes-embedded-resource': true,
  'x-kubernetes-preserve-unknown-fields': true,
};
const SCHEMA: StructuralSchema = {
  type: 'object',
  properties: {
    pod: RESOURCE,
    pods: { type: 'array', items: RESOURCE },
    byName: { type: 'object', additionalProperties: RESOURCE },
  },
};

function say(value: unknown): string[] {
  const validate = interpret(SCHEMA);
  validate(value);
  return causesOf(validate.errors ?? [], value).map(({ field, message }) => `${field}: ${message}`);
}

const pod = (more: object) => ({ pod: { apiVersion: 'v1', kind: 'Pod', ...more } });

describe('schema: embedded resources', () => {
  it('have an apiVersion and a kind that are not empty', () => {
    expect(say({ pod: {} })).to.deep.equal(['pod.apiVersion: Required value', 'pod.kind: Required value']);
    expect(say(pod({ apiVersion: '' }))).to.deep.equal(['pod.apiVersion: Required value']);
    expect(say(pod({ kind: 3 }))).to.deep.equal(['pod.kind: Invalid value: 3: must be a string']);
    expect(say(pod({}))).to.deep.equal([]);
    expect(say({})).to.deep.equal([]);
  });

  it('have an apiVersion of at most two parts, and a kind that is a DNS label in mixed case', () => {
    expect(say(pod({ apiVersion: 'a/b/c' }))).to.deep.equal([
      'pod.apiVersion: Invalid value: "a/b/c": unexpected GroupVersion string: a/b/c',
    ]);
    expect(say(pod({ apiVersion: 'apps/v1', kind: 'ReplicaSet' }))).to.deep.equal([]);
    expect(say(pod({ kind: 'My Pod' }))).to.deep.equal([
      "pod.kind: Invalid value: \"My Pod\": may have mixed case, but should otherwise match: a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character (e.g. 'my-name',  or 'abc-123', regex used for validation is '[a-z]([-a-z0-9]*[a-z0-9])?')",
    ]);
    expect(say(pod({ kind: 'a'.repeat(64) }))[0]).to.match(/must be no more than 63 characters$/);
  });

  it('have metadata like any other object, which may be absent', () => {
    expect(
      say(pod({ metadata: { name: 'a/b', namespace: 'A', labels: { 'bad key': 'ok', ok: '-' } } })),
    ).to.have.length(4);
    expect(say(pod({ metadata: { name: 'a/b' } }))).to.deep.equal([
      'pod.metadata.name: Invalid value: "a/b": may not contain \'/\'',
    ]);
    expect(say(pod({ metadata: { labels: { ok: 'a b' } } }))[0]).to.match(
      /^pod\.metadata\.labels: Invalid value: "a b": a valid label must be an empty string or consist of/,
    );
    expect(say(pod({ metadata: { annotations: { 'a b': 'any value' } } }))[0]).to.match(
      /^pod\.metadata\.annotations: Invalid value: "a b": name part must consist of/,
    );
    expect(say(pod({ metadata: { labels: { a: 1 } } }))).to.deep.equal([
      'pod.metadata: Invalid value: map[string]interface {}{"labels":map[string]interface {}{"a":1}}: json: cannot unmarshal number into Go struct field ObjectMeta.labels of type string',
    ]);
    expect(say(pod({ metadata: { name: 'Any Name', labels: { 'a.b/c': 'd' } } }))).to.deep.equal([]);
  });

  it('are found in lists and maps', () => {
    const value = {
      pods: [{ apiVersion: 'v1', kind: 'Pod' }, { kind: 'Pod' }],
      byName: { 'a.b/c': { apiVersion: 'v1' } },
    };
    expect(say(value)).to.deep.equal(['pods[1].apiVersion: Required value', 'byName[a.b/c].kind: Required value']);
  });

  it('are what they are for the place of the error, too', () => {
    const validate = interpret(SCHEMA);
    validate({ pods: [{ apiVersion: 'v1' }] });
    expect(validate.errors).to.deep.equal([
      {
        instancePath: '/pods/0/kind',
        schemaPath: '#/properties/pods/items/x-kubernetes-embedded-resource',
        keyword: 'x-kubernetes-embedded-resource',
        params: { member: 'kind', reason: 'FieldValueRequired' },
        message: 'must have kind, not empty',
        data: undefined,
      },
    ]);
  });
});
