import fc from 'fast-check';
import { accepted } from '#checks';
import { changeCategory } from './category.js';
import { categories, statuses, type Organisation, type Status } from './organisation.js';
import { nextStatuses, step, stepRule } from './status.js';
import { at, sample } from './testing/samples.js';

const take = (before: Organisation, to: Status, on: string | null = null, reason = 'Because.') =>
  step(before, to, { on: accepted(on), reason }, at);
const codes = (checked: ReturnType<typeof take>) =>
  checked.ok ? [] : checked.problems.map(({ field, code }) => `${field} ${code}`);
const organisation = (changes: Partial<Organisation>): Organisation => ({ ...sample, ...changes });

describe('the steps of an organisation', () => {
  it.each([
    ['applied', ['approved', 'declined']],
    ['approved', ['declined', 'member']],
    ['declined', ['applied']],
    ['member', ['leaving', 'retained']],
    ['leaving', ['member', 'retained', 'left']],
    ['retained', ['member', 'leaving']],
    ['left', ['member']],
  ] as const)('from %s lead to %j alone', (from, next) => {
    expect(nextStatuses(from)).toEqual(next);
    for (const to of statuses.filter((status) => !next.some((each) => each === status))) {
      expect(codes(take(organisation({ status: from, leftOn: null }), to))).toEqual([
        'status step-not-allowed',
      ]);
    }
  });

  it('need a reason where somebody may ask for one', () => {
    const due = statuses.flatMap((from) =>
      nextStatuses(from)
        .filter((to) => stepRule(from, to)?.needsReason)
        .map((to) => `${from} → ${to}`),
    );
    expect(due).toEqual([
      'applied → declined',
      'approved → declined',
      'member → leaving',
      'member → retained',
      'leaving → member',
      'leaving → retained',
      'retained → member',
      'retained → leaving',
    ]);
    expect(codes(take(sample, 'leaving', '2027-07-31', ' \n'))).toEqual(['reason reason-missing']);
  });

  it('set the dates that they are about', () => {
    const joined = take(organisation({ status: 'approved', joinedOn: null }), 'member', '2026-11-01');
    expect(joined).toMatchObject({
      value: { organisation: { status: 'member', joinedOn: '2026-11-01', version: 2 } },
    });
    const leaving = take(sample, 'leaving', '2027-07-31');
    expect(leaving).toMatchObject({
      value: {
        organisation: { status: 'leaving', leftOn: '2027-07-31', statusReason: 'Because.' },
        // Told today; it counts as a leaver when it has left.
        change: { on: '2026-11-22', to: { status: 'leaving' } },
      },
    });
    const soon = organisation({ status: 'leaving', leftOn: '2026-12-31', statusReason: 'Cuts.' });
    expect(take(soon, 'left', '2026-11-20', '')).toMatchObject({
      value: { organisation: { leftOn: '2026-11-20', statusReason: 'Cuts.' }, change: { on: '2026-11-20' } },
    });
    expect(take(soon, 'member')).toMatchObject({ value: { organisation: { leftOn: null } } });
    expect(take(soon, 'retained')).toMatchObject({ value: { organisation: { leftOn: null } } });
    expect(take(organisation({ status: 'left', leftOn: '2020-07-31' }), 'member')).toMatchObject({
      value: { organisation: { joinedOn: '2026-11-22', leftOn: null, statusReason: 'Because.' } },
    });
  });

  it.each([
    ['leaving', sample, null, 'on date-missing'],
    ['leaving', sample, '2014-07-31', 'on before-joined'],
    ['leaving', sample, '2226-07-31', 'on year-out-of-range'],
    ['retained', sample, '2026-11-23', 'on date-in-future'],
    ['left', organisation({ status: 'leaving' }), '2026-11-23', 'on date-in-future'],
    ['member', organisation({ status: 'left', leftOn: '2020-07-31' }), '2020-07-30', 'on joined-before-left'],
  ] as const)('refuse to %s on an impossible day', (to, before, on, problem) => {
    expect(codes(take(before, to, on))).toEqual([problem]);
  });
});

const day = fc
  .integer({ min: -800, max: 800 })
  .map((days) => new Date(Date.parse('2026-11-22') + days * 86_400_000).toISOString().slice(0, 10));
const moves = fc.array(
  fc.record({
    to: fc.constantFrom(...statuses),
    on: fc.option(day),
    reason: fc.constantFrom('', 'Because.'),
  }),
  { maxLength: 30 },
);

it('no sequence of steps leaves the machine', () => {
  fc.assert(
    fc.property(fc.constantFrom('applied', 'member'), moves, (first, sequence) => {
      let now = organisation({ status: first, joinedOn: null });
      for (const { to, on, reason } of sequence) {
        const taken = take(now, to, on, reason);
        if (!taken.ok) continue;
        const after = taken.value.organisation;
        expect(nextStatuses(now.status)).toContain(to);
        expect(after.version).toBe(now.version + 1);
        expect(taken.value.change).toMatchObject({ from: { status: now.status }, to: { status: to } });
        // A day to leave stands exactly where there is one, and never before the day of joining.
        expect(after.leftOn !== null).toBe(to === 'leaving' || to === 'left');
        expect((after.joinedOn ?? '') <= (after.leftOn ?? '9')).toBe(true);
        now = after;
      }
    }),
  );
});

describe('a change of category', () => {
  const change = (to: string, on: string | null = null, reason = 'Because.') =>
    changeCategory(sample, to, { on: accepted(on), reason }, at);

  it('is of the category alone', () => {
    expect(change('associate', '2026-08-01')).toMatchObject({
      value: {
        organisation: { ...sample, category: 'associate', version: 2 },
        change: {
          from: { category: 'full', status: 'member' },
          to: { category: 'associate', status: 'member' },
          on: '2026-08-01',
          reason: 'Because.',
        },
      },
    });
    expect(categories.filter((category) => change(category).ok)).toEqual([
      'associate',
      'affiliate',
      'supporter',
    ]);
  });

  it.each([
    ['full', null, 'Because.', 'category same-category'],
    ['gold', null, 'Because.', 'category unknown-choice'],
    ['associate', '2026-11-23', 'Because.', 'on date-in-future'],
    ['associate', '2014-07-31', 'Because.', 'on before-joined'],
    ['associate', null, '', 'reason reason-missing'],
  ])('to %s on %s because of “%s” is refused', (to, on, reason, problem) => {
    expect(codes(change(to, on, reason))).toEqual([problem]);
  });
});
