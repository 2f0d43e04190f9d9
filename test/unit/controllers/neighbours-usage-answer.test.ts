import { expect } from 'chai';
import { usageAnswer, type UsageAnswer } from '../../../src/controllers/form/usage-answer.js';
import type { BackupStorage, LabelSelector } from '../../../src/model/types.js';
import type { NamespaceFacts } from '../../../src/model/usage-policy.js';

const storageOf = (from?: string, selector?: LabelSelector, namespace = 'demo'): BackupStorage => ({
  metadata: namespace === '' ? {} : { namespace },
  spec: { usagePolicy: { allowedNamespaces: { ...(from && { from }), ...(selector && { selector }) } } },
});
const NAMESPACES: NamespaceFacts[] = [
  { name: 'a', labels: { env: 'prod' } },
  { name: 'b', labels: {} },
  { name: 'c', labels: { env: 'prod' } },
];
const NAMES = NAMESPACES.map(({ name }) => ({ name }));
const PROD = { matchLabels: { env: 'prod' } };
const BY_NAME = { matchLabels: { 'kubernetes.io/metadata.name': 'b' } };

describe('usage answer', () => {
  const cases: [what: string, answer: UsageAnswer, expected: UsageAnswer][] = [
    ['All', usageAnswer(storageOf('All'), [], 'none'), { kind: 'everyone' }],
    ['Same', usageAnswer(storageOf('Same'), [], 'none'), { kind: 'own', namespace: 'demo' }],
    [
      'Same before a namespace is chosen',
      usageAnswer(storageOf('Same', undefined, ''), [], 'none'),
      { kind: 'own', namespace: undefined },
    ],
    [
      'no policy, which the server fills in',
      usageAnswer({ metadata: { namespace: 'demo' } }, [], 'none'),
      { kind: 'own', namespace: 'demo' },
    ],
    ['no from, which the server fills in', usageAnswer(storageOf(), [], 'none'), { kind: 'own', namespace: 'demo' }],
    ['an empty usage policy', usageAnswer({ spec: { usagePolicy: {} } }, NAMESPACES, 'all'), { kind: 'nobody' }],
    ['a policy that nobody knows', usageAnswer(storageOf('Some'), NAMESPACES, 'all'), { kind: 'nobody' }],
    ['no selector', usageAnswer(storageOf('Selector'), NAMESPACES, 'all'), { kind: 'nobody' }],
    ['an empty selector', usageAnswer(storageOf('Selector', {}), [], 'none'), { kind: 'everyone' }],
    [
      'a faulty selector',
      usageAnswer(storageOf('Selector', { matchExpressions: [{ key: 'a', operator: 'In' }] }), NAMESPACES, 'all'),
      { kind: 'nobody' },
    ],
    [
      'a selector',
      usageAnswer(storageOf('Selector', PROD), NAMESPACES, 'all'),
      { kind: 'some', names: ['a', 'c'], total: 3, isPartial: false },
    ],
    [
      'a selector that matches nothing there is',
      usageAnswer(storageOf('Selector', { matchLabels: { env: 'dev' } }), NAMESPACES, 'all'),
      { kind: 'some', names: [], total: 3, isPartial: false },
    ],
    [
      'unknown namespaces',
      usageAnswer(storageOf('Selector', PROD), [], 'none'),
      { kind: 'unknown', why: 'namespaces' },
    ],
    [
      'namespaces on their way',
      usageAnswer(storageOf('Selector', PROD), [], 'loading'),
      { kind: 'unknown', why: 'loading' },
    ],
    ['unknown labels', usageAnswer(storageOf('Selector', PROD), NAMES, 'names'), { kind: 'unknown', why: 'labels' }],
    [
      'unknown labels and a selector of names',
      usageAnswer(storageOf('Selector', BY_NAME), NAMES, 'names'),
      { kind: 'some', names: ['b'], total: 3, isPartial: true },
    ],
  ];
  for (const [what, answer, expected] of cases) it(what, () => expect(answer).to.deep.equal(expected));
});

// What is drawn needs a browser; this file runs in Node, too.
if (typeof document !== 'undefined')
  describe('usage answer: the view', () => {
    async function shown(answer: UsageAnswer, locale = 'en') {
      const { formatsOf } = await import('../../../src/locales/formats.js');
      const { render } = await import('lit');
      const { usageAnswerView } = await import('../../../src/elements/parts/usage-answer-view.js');
      const { en } = await import('../../../src/locales/en/index.js');
      const place = document.createElement('div');
      const draw = (one: UsageAnswer) => render(usageAnswerView(one, en, formatsOf(locale, locale)), place);
      draw(answer);
      const status = place.querySelector('[role=status]')!;
      const text = () => status.textContent!.trim();
      return { place, draw, text, status };
    }
    const some = (count: number, total: number, isPartial = false): UsageAnswer => ({
      kind: 'some',
      names: Array.from({ length: count }, (_, at) => `ns-${at}`),
      total,
      isPartial,
    });

    const words: [UsageAnswer, string][] = [
      [{ kind: 'everyone' }, 'Every namespace may use it.'],
      [{ kind: 'nobody' }, 'No namespace may use it.'],
      [{ kind: 'own', namespace: 'demo' }, 'Only demo may use it.'],
      [{ kind: 'own', namespace: undefined }, 'Only the namespace of the storage may use it.'],
      [some(3, 7), '3 of 7 namespaces may use it: ns-0, ns-1, and ns-2'],
      [some(0, 7), '0 of 7 namespaces may use it.'],
      [some(1, 2, true), '1 of the 2 namespaces that are known here may use it: ns-0'],
      [
        { kind: 'unknown', why: 'namespaces' },
        'You may not list namespaces, so it cannot be worked out here which of them may use it.',
      ],
      [
        { kind: 'unknown', why: 'labels' },
        'You may not read the labels of namespaces, so it cannot be worked out here which may use it.',
      ],
      [{ kind: 'unknown', why: 'loading' }, 'Looking which namespaces may use it…'],
    ];
    for (const [answer, sentence] of words)
      it(`says: ${sentence}`, async () => {
        const { text, place } = await shown(answer);
        expect(text()).to.equal(sentence);
        expect(place.querySelector('details')).to.equal(null);
      });

    it('shortens a long list, and has the rest at hand', async () => {
      const { text, place } = await shown(some(18, 40));
      expect(text()).to.equal('18 of 40 namespaces may use it: ns-0, ns-1, ns-2, ns-3, ns-4, ns-5');
      const details = place.querySelector('details')!;
      expect(details.open).to.be.false;
      expect(details.querySelector('summary')!.textContent).to.equal('and 12 more');
      expect([...details.querySelectorAll('li')].map((item) => item.textContent)).to.deep.equal(
        Array.from({ length: 12 }, (_, at) => `ns-${at + 6}`),
      );
      expect((await shown(some(7, 40))).place.querySelector('details')).to.equal(null);
    });

    it('says a change in the same place, politely', async () => {
      const { draw, text, status, place } = await shown({ kind: 'everyone' });
      draw({ kind: 'own', namespace: 'demo' });
      expect(text()).to.equal('Only demo may use it.');
      expect(place.querySelector('[role=status]')).to.equal(status);
      expect(status.getAttribute('aria-live')).to.not.equal('assertive');
    });
  });
