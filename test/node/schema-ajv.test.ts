import { expect } from 'chai';
import { compileWithAjv, createAjv } from '../../src/schema/ajv.js';
import { backupStorageSchema } from '../../src/schema/bundled/backup-storage.js';
import { interpret } from '../../src/schema/interpreter.js';
import type { StructuralSchema } from '../../src/schema/types.js';
import { loadValidator } from '../../src/schema/validator.js';
import { recordedAnswers } from '../fixtures/server-answers.js';

/** Of no bundled kind, with a rule and an embedded resource. */
const FOREIGN: StructuralSchema = {
  type: 'object',
  required: ['n'],
  properties: {
    n: { type: 'integer', minimum: 1, default: 1 },
    template: { type: 'object', 'x-kubernetes-embedded-resource': true },
  },
  'x-kubernetes-validations': [{ rule: 'self.n < 3', message: 'be small' }],
};
const VALUES = [{ n: 0 }, { n: 5 }, { n: 'x' }, {}, { n: 1, template: {} }, { n: 5, template: { kind: 'a b' } }, null];

describe('schema: ajv', () => {
  it('gives the errors of the interpreter for recorded requests', () => {
    const compiled = compileWithAjv(backupStorageSchema());
    const interpreted = interpret(backupStorageSchema());
    let faults = 0;
    for (const { request } of recordedAnswers()) {
      expect(compiled(request)).to.equal(interpreted(request));
      expect(compiled.errors).to.deep.equal(interpreted.errors);
      faults += compiled.errors?.length ?? 0;
    }
    expect(faults).to.be.greaterThan(20);
  });

  it('serves in Node for a schema that is not ours', async () => {
    const before = calls();
    try {
      await loadValidator({ ...FOREIGN });
      expect(before.count).to.be.greaterThan(0);
    } finally {
      before.restore();
    }
  });

  it("of a host's own gives the same errors as any other way, rules included", async () => {
    const opted = await loadValidator(FOREIGN, { ajv: createAjv() });
    Object.assign(globalThis, { SecurityPolicyViolationEvent: Event });
    const interpreted = await loadValidator({ ...FOREIGN }).finally(() =>
      Reflect.deleteProperty(globalThis, 'SecurityPolicyViolationEvent'),
    );
    const keywords = new Set<string>();
    for (const value of VALUES) {
      expect(opted(value), JSON.stringify(value)).to.equal(interpreted(value));
      expect(opted.errors).to.deep.equal(interpreted.errors);
      for (const { keyword } of opted.errors ?? []) keywords.add(keyword);
    }
    expect([...keywords]).to.include.members(['x-kubernetes-validations', 'x-kubernetes-embedded-resource', 'minimum']);
    expect(opted.uncheckedRules).to.equal(undefined);
  });

  it('lists rules as unchecked when it compiles without them', () => {
    expect(compileWithAjv(FOREIGN).uncheckedRules).to.deep.equal([
      { path: '', rule: 'self.n < 3', message: 'be small' },
    ]);
  });
});

/** Counts how often code is made from strings. */
function calls() {
  const original = globalThis.Function;
  const found = { count: 0, restore: () => void (globalThis.Function = original) };
  globalThis.Function = new Proxy(original, {
    construct(target, texts: string[]) {
      found.count += 1;
      return Reflect.construct(target, texts) as object;
    },
  });
  return found;
}
