import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { accepted } from '#checks';
import { checkCode, type CodeChoices, type CodeInput } from './code-details.js';
import { codeState, codeWords, priceChangeInWords } from './code.js';
import type { PriceChange } from './price-change.js';

const choices: CodeChoices = {
  tickets: [
    { id: 'a', name: 'Both days', hidden: false },
    { id: 'b', name: 'Speakers', hidden: true },
  ],
  organisations: [{ id: 'o', name: 'Oldham Council' }],
  today: '2027-01-31',
};

const code: CodeInput = {
  note: '',
  priceChange: accepted({ kind: 'percent', percent: 25 }),
  reserves: false,
  uses: accepted(null),
  lastDay: accepted(null),
  organisationId: '',
  ticketTypeIds: [],
};

const problem = (different: Partial<CodeInput>) => {
  const checked = checkCode({ ...code, ...different }, choices);
  return checked.ok ? null : checked.problems.map((each) => `${each.field} ${each.code}`).join(', ');
};
const changed = (change: PriceChange | null): Partial<CodeInput> => ({ priceChange: accepted(change) });

it('that keeps places has a number of uses and exactly one ticket', () => {
  const uses = fc.option(fc.integer({ min: 1, max: 10_000 }), { nil: null });
  fc.assert(
    fc.property(fc.boolean(), uses, fc.subarray(['a', 'b']), (reserves, number, ticketTypeIds) => {
      const isSound = !reserves || (number !== null && ticketTypeIds.length === 1);
      expect(problem({ reserves, uses: accepted(number), ticketTypeIds }) === null).toBe(isSound);
    }),
  );
});

it('does something: to the price, with places, or for hidden tickets', () => {
  expect(problem(changed(null))).toBe('priceChange does-nothing');
  expect(problem({ ...changed(null), ticketTypeIds: ['a'] })).toBe('priceChange does-nothing');
  expect(problem({ ...changed(null), ticketTypeIds: ['b'] })).toBeNull();
  expect(problem({ ...changed(null), ticketTypeIds: ['a'], reserves: true, uses: accepted(1) })).toBeNull();
});

it('takes per cents from 1 to 100, amounts above nothing and prices from nothing', () => {
  const kind = fc.constantFrom<'percent' | 'amount' | 'price'>('percent', 'amount', 'price');
  fc.assert(
    fc.property(kind, fc.integer({ min: -5, max: 150 }), (kind, number) => {
      const change: PriceChange = kind === 'percent' ? { kind, percent: number } : { kind, pence: number };
      const isSound =
        kind === 'percent' ? number >= 1 && number <= 100 : number >= (kind === 'amount' ? 1 : 0);
      expect(problem(changed(change)) === null).toBe(isSound);
    }),
  );
});

it.each([
  [{ uses: accepted(0) }, 'uses too-small'],
  [{ uses: accepted(1.5) }, 'uses not-a-whole-number'],
  [{ lastDay: accepted('2027-01-30') }, 'lastDay date-past'],
  [{ lastDay: accepted('2027-01-31') }, null],
  [{ organisationId: 'nobody' }, 'organisationId unknown-organisation'],
  [{ organisationId: 'o' }, null],
  [{ ticketTypeIds: ['another conference’s'] }, 'ticketTypeIds unknown-ticket'],
  [{ note: 'x'.repeat(501) }, 'note too-long'],
])('%j: %s', (different, expected) => {
  expect(problem(different)).toBe(expected);
});

it('is in force until its end, or until staff end it', () => {
  const end = Temporal.Instant.from('2027-02-01T00:00:00Z');
  const at = (seconds: number) => codeState({ expiresAt: end, endedAt: null }, end.add({ seconds }));
  expect([at(-1), at(0)]).toEqual(['in-force', 'expired']);
  expect(codeState({ expiresAt: null, endedAt: end }, end)).toBe('ended');
  expect(codeState({ expiresAt: null, endedAt: null }, end)).toBe('in-force');
});

it('has words for what it does', () => {
  const writing = { day: (day: string) => day, money: (pence: number) => `${pence}p` };
  const words = (change: PriceChange | null) => priceChangeInWords(change, writing);
  expect([
    words({ kind: 'percent', percent: 25 }),
    words({ kind: 'percent', percent: 100 }),
    words({ kind: 'amount', pence: 500 }),
    words({ kind: 'price', pence: 9500 }),
    words({ kind: 'price', pence: 0 }),
    words(null),
  ]).toEqual(['25% off', 'free of charge', '500p off each', 'for 9500p each', 'free of charge', '']);
  const checked = checkCode({ ...code, organisationId: 'o', ticketTypeIds: ['b'] }, choices);
  expect(checked.ok && codeWords(checked.value, choices, writing)).toMatchObject({
    'Only for': 'Oldham Council',
    'Tickets and add-ons': 'Speakers',
    Uses: 'Any number',
  });
});
