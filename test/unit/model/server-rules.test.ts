import { expect } from 'chai';
import { SERVER_RULES, serverRuleOf } from '../../../src/model/server-rules.js';

describe('server rules', () => {
  it('are found in a refusal, however it is wrapped', () => {
    expect(serverRuleOf(`admission webhook "v" denied the request: ${SERVER_RULES.sameDirectory}`)).to.equal(
      'sameDirectory',
    );
    expect(serverRuleOf(SERVER_RULES.inUse)).to.equal('inUse');
    expect(serverRuleOf('no two storages')).to.equal(undefined);
  });
});
