import { expect } from 'chai';
import { Announcer } from '../../../src/controllers/list/announcer.js';
import { ChangeLog } from '../../../src/controllers/list/change-log.js';
import { shownColumns, toggledColumn } from '../../../src/controllers/list/columns.js';
import { Namespaces, TYPED_FROM, type NamespaceKnowledge } from '../../../src/controllers/list/namespace-choice.js';
import { storageRow, type StorageRow } from '../../../src/model/rows.js';
import { FakeClock } from './fake-clock.js';
import { FakeHost } from './fake-host.js';

const row = (uid: string, phase = 'Ready', size = '1 B'): StorageRow =>
  storageRow({
    apiVersion: 'storage.kubestash.com/v1alpha1',
    kind: 'BackupStorage',
    metadata: { name: uid, namespace: 'demo', uid },
    status: { phase, totalSize: size },
  });

describe('list: what happened by itself', () => {
  const before = new Map([row('a'), row('b')].map((one) => [one.uid, one]));
  const known = (uid: string) => before.get(uid);

  it('is counted once, and told by what changed', () => {
    const log = new ChangeLog();
    log.note([row('a'), row('b', 'NotReady'), row('c')], [], known);
    expect([...log.takeMarked()]).to.deep.equal(['b', 'c']);
    expect([...log.takeMarked()]).to.deep.equal([]);
    expect(log.hasNews).to.equal(true);
    expect(log.takeCounts()).to.deep.equal({ added: 1, removed: 0, status: 1 });
    expect(log.hasNews).to.equal(false);
  });

  it('a size is marked and not said; what came and went is neither', () => {
    const log = new ChangeLog();
    log.note([row('a', 'Ready', '2 B')], [], known);
    expect(log.hasNews).to.equal(false);
    expect([...log.takeMarked()]).to.deep.equal(['a']);
    log.note([row('new')], [], known);
    log.note([], ['new', 'nobody'], known);
    expect(log.hasNews).to.equal(false);
    expect([...log.takeMarked()]).to.deep.equal([]);
    log.note([], ['b'], known);
    expect(log.takeCounts()).to.deep.equal({ added: 0, removed: 1, status: 0 });
    log.note([row('c')], [], known);
    log.clear();
    expect([log.hasNews, log.takeMarked().size]).to.deep.equal([false, 0]);
  });
});

describe('list: announcements', () => {
  const clock = new FakeClock();
  beforeEach(() => clock.install());
  afterEach(() => clock.uninstall());

  it('answer the user at once, and tell what happens at most once in a while', () => {
    const host = new FakeHost();
    const announcer = new Announcer(host, 10_000);
    let asked = 0;
    const tell = () => announcer.later(() => `news ${(asked += 1)}`);
    tell();
    clock.pass(0);
    expect(announcer.text).to.equal('news 1');
    tell();
    tell();
    clock.pass(9_999);
    expect([announcer.text, asked]).to.deep.equal(['news 1', 1]);
    clock.pass(1);
    expect([announcer.text, asked, host.requests]).to.deep.equal(['news 2', 2, 2]);
    announcer.say('Sorted');
    expect(announcer.text).to.equal('Sorted');
    tell();
    clock.pass(9_999);
    expect(announcer.text).to.equal('Sorted');
  });

  it('say nothing without words, and nothing after they have left the page', () => {
    const host = new FakeHost();
    const announcer = new Announcer(host);
    announcer.later(() => '');
    clock.pass(0);
    expect([announcer.text, host.requests]).to.deep.equal(['', 0]);
    announcer.later(() => 'late');
    host.disconnect();
    clock.pass(60_000);
    expect([announcer.text, clock.pending]).to.deep.equal(['', 0]);
  });
});

describe('list: columns', () => {
  it('are named in a list; the name is always there, and first', () => {
    expect(shownColumns('')).to.have.length(7);
    expect(shownColumns('status, size,status,nonsense')).to.deep.equal(['name', 'status', 'size']);
    expect(shownColumns('size,name')).to.deep.equal(['name', 'size']);
  });

  it('come and go one by one, and all of them are no list', () => {
    expect(toggledColumn('', 'age')).to.equal('name,namespace,provider,size,repositories,status');
    expect(toggledColumn('name,namespace,provider,size,repositories,status', 'age')).to.equal('');
    expect(toggledColumn('name,age', 'size')).to.equal('name,size,age');
    expect(toggledColumn('name,age', 'name')).to.equal('name,age');
  });
});

describe('list: namespaces', () => {
  const knows = (change: Partial<NamespaceKnowledge>): NamespaceKnowledge => ({
    answered: undefined,
    offered: [],
    forbidden: false,
    complete: true,
    ...change,
  });
  const readable = (names: string[]) => ({ names, readable: true });
  const unreadable = (names: string[] = []) => ({ names, readable: false });

  it('are those of the host, the data source, the rows, and the selected one', () => {
    const namespaces = new Namespaces();
    namespaces.see('row');
    const knowledge = knows({ offered: ['host'], answered: readable(['source', 'row']) });
    expect(namespaces.names(knowledge, 'selected')).to.deep.equal(['host', 'row', 'selected', 'source']);
    expect(namespaces.names(knowledge, 'selected')).to.equal(namespaces.names(knowledge, 'selected'));
    namespaces.clear();
    expect(namespaces.names(knows({}), '')).to.deep.equal([]);
  });

  it('are selected, typed when there are many, and typed when nobody may say which there are', () => {
    const many = Array.from({ length: TYPED_FROM + 1 }, (_, index) => `ns-${index}`);
    const choice = (change: Partial<NamespaceKnowledge>) => new Namespaces().choice(knows(change));
    expect(choice({})).to.equal('select');
    expect(choice({ answered: readable([]) })).to.equal('select');
    expect(choice({ answered: readable(many) })).to.equal('many');
    expect(choice({ answered: unreadable() })).to.equal('unreadable');
    expect(choice({ answered: unreadable(), complete: false })).to.equal('select');
    expect(choice({ answered: unreadable(), offered: ['a'] })).to.equal('select');
    expect(choice({ answered: unreadable(['a']), forbidden: true })).to.equal('unreadable');
  });

  it('stay typed once they were', () => {
    const namespaces = new Namespaces();
    expect(namespaces.choice(knows({ answered: unreadable(), forbidden: true }))).to.equal('unreadable');
    expect(namespaces.choice(knows({ answered: unreadable(['typed']) }))).to.equal('unreadable');
    namespaces.clear();
    expect(namespaces.choice(knows({ answered: unreadable(['typed']) }))).to.equal('select');
  });
});
