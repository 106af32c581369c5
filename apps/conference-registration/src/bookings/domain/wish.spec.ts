import { Temporal } from 'temporal-polyfill';
import {
  sampleCatalogue,
  sampleCode,
  sampleTicket,
} from '../../catalogue/domain/testing/sample-catalogue.js';
import { readQuantities } from './read-quantities.js';
import { checkWish, shareOut } from './wish.js';

const now = Temporal.Instant.from('2027-03-01T12:00:00Z');

const catalogue = sampleCatalogue({
  ticketTypes: [
    sampleTicket({ id: 'full', name: 'Full conference' }),
    sampleTicket({ id: 'day', position: 2, name: 'One day', least: 2, most: 5 }),
    sampleTicket({ id: 'dinner', position: 3, kind: 'add-on', name: 'Civic dinner' }),
  ],
  codes: [
    sampleCode(),
    sampleCode({ id: 'old', code: 'OLD', expiresAt: now }),
    sampleCode({ id: 'theirs', code: 'THEIRS', organisationId: 'leeds' }),
    sampleCode({ id: 'dining', code: 'DINING', ticketTypeIds: ['dinner'] }),
  ],
});

const check = (quantities: Readonly<Record<string, number>>, code = '') =>
  checkWish(catalogue, { quantities: new Map(Object.entries(quantities)), code }, 'rochdale', now);

const codes = (quantities: Readonly<Record<string, number>>, code = '') => {
  const checked = check(quantities, code);
  return checked.ok ? [] : checked.problems.map((problem) => `${problem.field}: ${problem.code}`);
};

describe('what somebody wants', () => {
  it.each([
    [{ full: -1 }, ['quantities.full: not-a-number']],
    [{ full: 1.5 }, ['quantities.full: not-a-number']],
    [{ full: Number.NaN }, ['quantities.full: not-a-number']],
    [{ full: 1e21 }, ['quantities.full: not-a-number']],
    [{ full: 101 }, ['quantities.full: too-many']],
    [{ full: 98, day: 5 }, ['quantities: too-many']],
    [{ day: 1 }, ['quantities.day: too-few']],
    [{ day: 6 }, ['quantities.day: too-many']],
    [{ 'of another conference': 1 }, ['quantities.of another conference: unknown-ticket']],
    [{}, ['quantities: missing']],
    [{ full: 0 }, ['quantities: missing']],
    [{ dinner: 1 }, ['quantities: missing']],
    [{ full: 1, dinner: 2 }, ['quantities.dinner: too-many']],
    [{ full: 100, dinner: 100 }, []],
  ])('is checked: %j', (quantities, problems) => {
    expect(codes(quantities)).toEqual(problems);
  });

  it.each([
    ['nonsense', ['code: unknown-code']],
    ['old', ['code: code-ended']],
    ['theirs', ['code: code-of-another']],
    ['dining', ['code: code-not-for-these']],
    [' speaker ', []],
  ])('may have a code: %s', (code, problems) => {
    expect(codes({ full: 1 }, code)).toEqual(problems);
  });

  it('says how many there may be, and what to do', () => {
    expect(check({ full: 500 })).toMatchObject({
      problems: [
        { message: expect.stringContaining('at most 100 delegates. Choose 100 or fewer') as unknown },
      ],
    });
  });

  it('is shared out: a ticket for each delegate, add-ons for the first of them', () => {
    const order = check({ dinner: 2, day: 2, full: 1 });
    expect(
      order.ok && shareOut(order.value).map(({ delegate, ticketType }) => [delegate, ticketType.id]),
    ).toEqual([
      [0, 'full'],
      [1, 'day'],
      [2, 'day'],
      [0, 'dinner'],
      [1, 'dinner'],
    ]);
  });
});

describe('quantities in a form', () => {
  const read = (typed: string) => readQuantities(['full'], () => typed).get('full');

  it.each([
    ['', undefined],
    [' 2 ', 2],
    ['-1', Number.NaN],
    ['1.5', Number.NaN],
    ['1e3', Number.NaN],
    ['two', Number.NaN],
    ['9999999999', Number.NaN],
  ])('are whole numbers or nothing: %j', (typed, quantity) => {
    expect(read(typed)).toBe(quantity);
  });
});
