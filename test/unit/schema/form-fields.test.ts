import { expect } from 'chai';
import { backupStorageSchema } from '../../../src/schema/bundled/backup-storage.js';
import { childrenOf, entryOf, isOpaque, itemOf } from '../../../src/schema/form/field-children.js';
import { searchFields } from '../../../src/schema/form/field-search.js';
import { textOfValue, valueOfText } from '../../../src/schema/form/field-text.js';
import { fieldOf, type FormField } from '../../../src/schema/form/field.js';
import type { StructuralSchema } from '../../../src/schema/types.js';

const settings = (): FormField => fieldOf(backupStorageSchema(), { path: ['spec', 'runtimeSettings'] })!;

function field(schema: StructuralSchema): FormField {
  return fieldOf({ type: 'object', properties: { spec: schema } }, { path: ['spec'] })!;
}

const found = (fields: readonly FormField[], words: string) =>
  searchFields(fields, words).matches.map(({ field: { id } }) => id);

describe('schema: form fields below a field', () => {
  it('has the properties of an object, required ones first, otherwise in the order of the schema', () => {
    const children = childrenOf(
      field({
        type: 'object',
        required: ['c', 'b'],
        properties: {
          a: { type: 'string', title: 'Ay', default: 'x' },
          b: { type: 'integer' },
          c: { type: 'boolean' },
        },
      }),
    );
    expect(children.map(({ id, label, kind, required }) => [id, label, kind, required])).to.deep.equal([
      ['spec.b', 'b', 'integer', true],
      ['spec.c', 'c', 'boolean', true],
      ['spec.a', 'Ay', 'string', false],
    ]);
    expect(children[2]!.default).to.equal('x');
  });

  it('has unique ids that can stand in aria-describedby, whatever the names are', () => {
    const deep = field({
      type: 'object',
      properties: {
        'a.b': { type: 'string' },
        a: { type: 'object', properties: { b: { type: 'string' }, '~': { type: 'string' } } },
        'with space': { type: 'string' },
        '': { type: 'string' },
        __proto__x: { type: 'string' },
      },
    });
    const all = [...childrenOf(deep), ...childrenOf(childrenOf(deep).find(({ label }) => label === 'a')!)];
    const ids = all.map(({ id }) => id);
    expect(new Set(ids).size).to.equal(ids.length);
    for (const id of ids) expect(id).to.match(/^\S+$/);
  });

  it('takes the words of an overlay for any item and any entry', () => {
    const list = field({ type: 'array', items: { type: 'object', properties: { on: { type: 'boolean' } } } });
    const hints = new Map([['spec.*.on', { label: 'Switched on', help: 'Why.', switch: true as const }]]);
    for (const row of [itemOf(list, 3, 17, hints), itemOf(list, 0, 4, hints)]) {
      const [on] = childrenOf(row, hints);
      expect(on).to.include({ label: 'Switched on', help: 'Why.', switch: true });
    }
    expect(childrenOf(itemOf(list, 3, 17))[0]).to.include({ id: 'spec.17.on', label: 'on' });
    expect(itemOf(list, 3, 17).path).to.deep.equal(['spec', 3]);
    const map = field({ type: 'object', additionalProperties: { type: 'string', title: 'Value' } });
    expect(entryOf(map, 'k.8s/io', 5)).to.deep.include({ id: 'spec.5', path: ['spec', 'k.8s/io'], label: 'Value' });
  });

  it('leaves out what has a place of its own in the form: two controls of one id would share a label', () => {
    const pod = field({ type: 'object', properties: { user: { type: 'integer' }, group: { type: 'integer' } } });
    const hints = new Map([['spec.user', { label: 'User', shownElsewhere: true as const }]]);
    expect(childrenOf(pod, hints).map(({ id }) => id)).to.deep.equal(['spec.group']);
    expect(searchFields([pod], 'user', hints).matches).to.be.empty;
  });

  it('knows what only YAML can say', () => {
    const opaque: StructuralSchema[] = [
      {},
      { type: 'object' },
      { type: 'array' },
      { 'x-kubernetes-preserve-unknown-fields': true },
      { type: 'object', properties: { a: { type: 'string' } }, 'x-kubernetes-embedded-resource': true },
      { type: 'string', nullable: true },
    ];
    for (const schema of opaque) expect(isOpaque(field(schema)), JSON.stringify(schema)).to.equal(true);
    for (const schema of [
      { type: 'string' },
      { type: 'array', items: {} },
      { type: 'object', additionalProperties: true },
    ])
      expect(isOpaque(field(schema as StructuralSchema)), JSON.stringify(schema)).to.equal(false);
  });

  it('reads each text that it writes as the same value', () => {
    for (const value of [80, '80', '', ' 80', '"x"', '0.5', '-1', 'ä', 2n ** 60n])
      expect(valueOfText('int-or-string', textOfValue('int-or-string', value))).to.equal(value);
    for (const value of [0, -1, 2 ** 53 - 1, 2n ** 63n])
      expect(valueOfText('integer', textOfValue('integer', value))).to.equal(value);
    for (const value of [0.5, 1e21, -3]) expect(valueOfText('number', textOfValue('number', value))).to.equal(value);
    expect(valueOfText('integer', '9007199254740992')).to.equal(9007199254740992n);
    expect(valueOfText('number', '1e999')).to.equal('1e999');
    expect(valueOfText('string', '')).to.equal(undefined);
  });
});

describe('schema: the search in form fields', () => {
  it('finds by label, name, help and by what a field stands in, without regard to case', () => {
    expect(found([settings()], 'readOnlyRootFilesystem')).to.deep.equal([
      'spec.runtimeSettings.container.securityContext.readOnlyRootFilesystem',
    ]);
    const [match] = searchFields([settings()], 'READ-ONLY root').matches;
    expect(match?.field.path.at(-1)).to.equal('readOnlyRootFilesystem');
    expect(match?.ancestors.map(({ label }) => label)).to.deep.equal([
      'Runtime settings',
      'Container settings',
      'Security context',
    ]);
    const both = found([settings()], 'runAsNonRoot');
    expect(both).to.have.length(2);
    expect(found([settings()], 'runAsNonRoot pod')).to.deep.equal(both.filter((id) => id.includes('.pod.')));
    expect(found([settings()], 'no such field')).to.deep.equal([]);
    expect(found([settings()], '  ')).to.deep.equal([]);
  });

  it('shows a list for what is found inside its rows, and a group for all that is in it', () => {
    const { matches } = searchFields([settings()], 'tolerationSeconds');
    expect(matches.map(({ field: { id }, within }) => [id, within])).to.deep.equal([
      ['spec.runtimeSettings.pod.tolerations', ['Toleration seconds']],
    ]);
    expect(found([settings()], 'container')[0]).to.equal('spec.runtimeSettings.container');
    expect(
      found([settings()], 'container').filter((id) => id.startsWith('spec.runtimeSettings.container.')),
    ).to.deep.equal([]);
  });

  it('ends, with a schema that contains itself, and with thousands of matches', () => {
    const self: StructuralSchema = { type: 'object', properties: { name: { type: 'string' } } };
    self.properties!['inner'] = self;
    self.properties!['list'] = { type: 'array', items: self };
    expect(found([field(self)], 'name')).to.deep.equal(['spec.name']);
    // Each level holds the next one twice: unfolded, it would be a million fields.
    let twice: StructuralSchema = { type: 'object', properties: { leaf: { type: 'string' } } };
    for (let level = 0; level < 20; level++) twice = { type: 'object', properties: { a: twice, b: twice } };
    const start = performance.now();
    const { matches, more } = searchFields([field(twice)], 'leaf');
    expect(matches).to.have.length(50);
    expect(more).to.be.greaterThan(100);
    expect(performance.now() - start).to.be.lessThan(2_000);
  });
});
