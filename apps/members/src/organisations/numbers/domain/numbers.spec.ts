import fc from 'fast-check';
import { accepted } from '#checks';
import { changeCategory } from '../../domain/category.js';
import { membershipSoFar } from '../../domain/membership.js';
import { categories, isMember, statuses, type Organisation } from '../../domain/organisation.js';
import { step } from '../../domain/status.js';
import { at, sample } from '../../domain/testing/samples.js';
import { numbersOverTime, totalOf, type CountedChange } from './numbers.js';
import { monthPeriods, yearPeriods } from './periods.js';

const member = { category: 'full', status: 'member' } as const;
const left = { category: 'full', status: 'left' } as const;

it('counts who joined and left, and who belongs at the end', () => {
  const changes: readonly CountedChange[] = [
    { on: null, from: null, to: member, count: 3 },
    { on: '2024-08-01', from: null, to: member, count: 2 },
    { on: '2025-07-31', from: member, to: left, count: 1 },
    { on: '2025-08-01', from: member, to: { category: 'associate', status: 'member' }, count: 1 },
    { on: '2025-09-01', from: member, to: { category: 'full', status: 'leaving' }, count: 1 },
    { on: '2025-10-01', from: null, to: { category: 'full', status: 'applied' }, count: 5 },
  ];
  const { before, periods } = numbersOverTime(changes, yearPeriods('2024-08-01', '2026-01-01'));
  expect(totalOf(before)).toBe(3);
  expect(periods).toMatchObject([
    { label: '2024 to 2025', joined: 2, left: 1, total: 4, members: { full: 4, associate: 0 } },
    { label: '2025 to 2026', joined: 0, left: 0, total: 4, members: { full: 3, associate: 1 } },
  ]);
});

const days = fc
  .integer({ min: 0, max: 4000 })
  .map((ago) => new Date(Date.parse(at.today) - ago * 86_400_000).toISOString().slice(0, 10));
const move = fc.record({
  to: fc.constantFrom(...statuses),
  category: fc.option(fc.constantFrom(...categories)),
  on: days,
});

/** What befell one organisation, and how it ended. */
const story = fc
  .record({
    status: fc.constantFrom('applied', 'member'),
    joinedOn: fc.option(days),
    category: fc.constantFrom(...categories),
    moves: fc.array(move, { maxLength: 8 }),
  })
  .map(({ status, joinedOn, category, moves }) => {
    let now: Organisation = { ...sample, status, category, joinedOn: status === 'member' ? joinedOn : null };
    const changes = [...membershipSoFar(now, at.today)];
    for (const { to, category: other, on } of moves) {
      const given = { on: accepted(on), reason: 'Because.' };
      const taken = other === null ? step(now, to, given, at) : changeCategory(now, other, given, at);
      if (!taken.ok) continue;
      now = taken.value.organisation;
      changes.push(taken.value.change);
    }
    return { now, changes };
  });

it('numbers over time are the joins less the leaves, and end with those who belong today', () => {
  fc.assert(
    fc.property(fc.array(story, { maxLength: 12 }), fc.boolean(), (stories, byMonth) => {
      const changes = stories.flatMap((one) => one.changes.map((change) => ({ ...change, count: 1 })));
      const periods = byMonth ? monthPeriods(2026, at.today, String) : yearPeriods('2015-01-01', at.today);
      const numbers = numbersOverTime(changes, periods);
      let total = totalOf(numbers.before);
      for (const period of numbers.periods) {
        total += period.joined - period.left;
        expect(period.total).toBe(total);
        expect(totalOf(period.members)).toBe(total);
      }
      for (const category of categories) {
        const belonging = stories.filter(({ now }) => isMember(now.status) && now.category === category);
        expect(numbers.periods.at(-1)?.members[category]).toBe(belonging.length);
      }
    }),
  );
});

describe('periods', () => {
  it('follow one another without gaps', () => {
    const years = yearPeriods('2019-07-31', '2026-11-22');
    expect(years.map(({ label }) => label)).toEqual([
      '2018 to 2019',
      '2019 to 2020',
      '2020 to 2021',
      '2021 to 2022',
      '2022 to 2023',
      '2023 to 2024',
      '2024 to 2025',
      '2025 to 2026',
      '2026 to 2027',
    ]);
    expect(years.at(-1)).toMatchObject({ first: '2026-08-01', last: '2027-07-31' });
  });

  it('are no more than a plot can show, the latest', () => {
    const years = yearPeriods('1900-01-01', '2026-11-22');
    expect([years.length, years.at(-1)?.label]).toEqual([30, '2026 to 2027']);
  });

  it('of a year are its months until today', () => {
    const name = (month: { toString(): string }) => month.toString();
    expect(monthPeriods(2026, '2026-11-22', name)).toEqual([
      { label: '2026-08', first: '2026-08-01', last: '2026-08-31' },
      { label: '2026-09', first: '2026-09-01', last: '2026-09-30' },
      { label: '2026-10', first: '2026-10-01', last: '2026-10-31' },
      { label: '2026-11', first: '2026-11-01', last: '2026-11-30' },
    ]);
    expect(monthPeriods(2025, '2026-11-22', name)).toHaveLength(12);
  });
});
