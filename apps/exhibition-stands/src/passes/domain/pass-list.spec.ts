import fc from 'fast-check';
import { passStatuses } from './pass.js';
import { isShown, passQuery, readPassFilter, runsOf, type PassFilter } from './pass-list.js';

const days = ['2035-09-23', '2035-09-24', '2035-09-25', '2035-09-26'];
const everybody: PassFilter = { words: '', day: null, state: null };
const passes = fc.dictionary(
  fc.constantFrom(...days),
  fc.record({ status: fc.constantFrom(...passStatuses), reason: fc.constantFrom(null, 'No photo') }),
);

describe('the passes of one person', () => {
  it('are told day by day, and what is the same of days that follow one another once', () => {
    fc.assert(
      fc.property(passes, (own) => {
        const runs = runsOf(days, own);
        const said = runs.flatMap((run) => run.days.map((day) => [day, run.state, run.reason]));
        expect(said).toEqual(days.map((day) => [day, own[day]?.status ?? 'none', own[day]?.reason ?? null]));
        for (const [index, run] of runs.entries()) {
          const next = runs[index + 1];
          expect(next?.state === run.state && next.reason === run.reason).toBe(false);
        }
      }),
    );
  });

  it.each<[Partial<PassFilter>, boolean]>([
    [{}, true],
    [{ words: ' zoe ' }, true],
    [{ words: 'Ddewi' }, true],
    [{ words: 'Bo' }, false],
    [{ state: 'issued' }, true],
    [{ state: 'none' }, true],
    [{ state: 'refused' }, false],
    [{ state: 'issued', day: '2035-09-23' }, true],
    [{ state: 'none', day: '2035-09-23' }, false],
    [{ day: '2035-09-24' }, true],
  ])('are shown where somebody asks for %j: %s', (asked, isThere) => {
    const zoe = {
      name: 'Zoë Example',
      organisationName: 'Tŷ Ddêwi',
      passes: { '2035-09-23': { status: 'issued' as const, reason: null } },
    };
    expect(isShown(zoe, { ...everybody, ...asked }, days)).toBe(isThere);
  });

  it('are asked for by an address that says the same again', () => {
    const filters = fc.record({
      words: fc.string({ minLength: 1, maxLength: 20 }).filter((text) => text.trim() !== ''),
      day: fc.constantFrom(null, ...days),
      state: fc.constantFrom(null, 'none' as const, ...passStatuses),
    });
    fc.assert(
      fc.property(filters, (filter) => {
        const asked = Object.fromEntries(new URLSearchParams(passQuery(filter)));
        expect(readPassFilter(asked, days)).toEqual(filter);
      }),
    );
    expect(passQuery(everybody)).toBe('');
    expect(readPassFilter({ day: '2001-01-01', state: 'lost', q: ['a', 'b'] }, days)).toEqual(everybody);
  });
});
