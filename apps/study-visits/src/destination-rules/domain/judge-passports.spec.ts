import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { judgePassports, type Passport, type Trip } from './judge-passports.js';
import type { CountryGroup, PassportDemands, Rule } from './rule.js';

const groups: readonly CountryGroup[] = [
  { code: 'schengen', countries: ['IT', 'ES', 'FR'] },
  { code: 'free-movement', countries: ['IE', 'IT', 'ES', 'FR'] },
  { code: 'spain', countries: ['ES'] },
  { code: 'home', countries: ['GB'] },
];

let made = 0;
const rule = (
  data: Partial<PassportDemands>,
  more: Partial<Pick<Rule, 'destination' | 'nationals' | 'validFrom'>> = {},
): Rule => ({
  kind: 'passport',
  id: `rule-${String((made += 1)).padStart(3, '0')}`,
  destination: 'schengen',
  nationals: null,
  validFrom: '2020-01-01',
  ...more,
  data: { needed: true, issuedWithinYears: 10, validMonths: 3, countedFrom: 'leaving', ...data },
});

const schengen = rule({});
const ownNationals = rule({ issuedWithinYears: null, validMonths: 0 }, { nationals: 'free-movement' });
const trip: Trip = { country: 'IT', entry: '2027-03-10', leaving: '2027-03-15' };
const british = (issuedOn: string | null, expiresOn: string | null): Passport => ({
  issuedOn,
  expiresOn,
  nationality: 'GB',
});

function verdict(passport: Passport, on: Trip = trip, rules: readonly Rule[] = [schengen, ownNationals]) {
  const judged = judgePassports([passport], on, rules, groups);
  return [judged?.verdict, ...(judged?.each[0]?.findings ?? []).map(({ code }) => code)];
}

describe('a passport', () => {
  it.each([
    ['issued ten years before to the day', '2017-03-10', ['bad', 'issued-too-long-ago']],
    ['issued a day less than ten years before', '2017-03-11', ['good']],
    ['issued longer ago', '2017-03-09', ['bad', 'issued-too-long-ago']],
  ])('%s', (_what, issuedOn, expected) => {
    expect(verdict(british(issuedOn, '2029-01-01'))).toEqual(expected);
  });

  it.each([
    ['valid for three months to the day after leaving', '2027-06-15', ['good']],
    ['valid for a day less', '2027-06-14', ['bad', 'expires-too-soon']],
    ['that expires while its holder is away', '2027-03-12', ['bad', 'expires-too-soon']],
  ])('%s', (_what, expiresOn, expected) => {
    expect(verdict(british('2020-01-01', expiresOn))).toEqual(expected);
  });

  it.each([
    // Ten years of 29 February are full on the last day of February where there is no 29th.
    [
      'issued on 29 February, entry on 28 February',
      '2016-02-29',
      '2026-02-28',
      ['bad', 'issued-too-long-ago'],
    ],
    ['issued on 29 February, entry on 27 February', '2016-02-29', '2026-02-27', ['good']],
    [
      'issued on 28 February, entry on 29 February',
      '2018-02-28',
      '2028-02-29',
      ['bad', 'issued-too-long-ago'],
    ],
    ['issued on 1 March, entry on 29 February', '2018-03-01', '2028-02-29', ['good']],
  ])('%s', (_what, issuedOn, entry, expected) => {
    const passport = british(issuedOn, '2032-01-01');
    expect(verdict(passport, { country: 'IT', entry, leaving: entry })).toEqual(expected);
  });

  it.each([
    ['left on 30 November, to 28 February', '2026-11-30', '2027-02-28', ['good']],
    ['left on 30 November, to 27 February', '2026-11-30', '2027-02-27', ['bad', 'expires-too-soon']],
    [
      'left on 30 November, to 28 February of a leap year',
      '2027-11-30',
      '2028-02-28',
      ['bad', 'expires-too-soon'],
    ],
    ['left on 30 November, to 29 February of a leap year', '2027-11-30', '2028-02-29', ['good']],
    ['left on 29 February, to 29 May', '2028-02-29', '2028-05-29', ['good']],
    ['left on 29 February, to 28 May', '2028-02-29', '2028-05-28', ['bad', 'expires-too-soon']],
  ])('%s', (_what, leaving, expiresOn, expected) => {
    const passport = british('2021-01-01', expiresOn);
    expect(verdict(passport, { country: 'IT', entry: leaving, leaving })).toEqual(expected);
  });

  it('of which a date is not known is neither good nor bad, unless the rest is bad already', () => {
    expect(verdict(british('2020-01-01', null))).toEqual(['unsure', 'expiry-not-given']);
    expect(verdict(british(null, '2030-01-01'))).toEqual(['unsure', 'issue-not-given']);
    expect(verdict(british('2010-01-01', null))).toEqual(['bad', 'issued-too-long-ago', 'expiry-not-given']);
    expect(verdict({ ...british(null, '2030-01-01'), nationality: 'IE' })).toEqual(['good']);
  });

  it('goes by the figures of the data, whatever they are', () => {
    const strict = rule({ issuedWithinYears: 7, validMonths: 6, countedFrom: 'entry' });
    expect(verdict(british('2020-03-10', '2030-01-01'), trip, [strict])).toEqual([
      'bad',
      'issued-too-long-ago',
    ]);
    expect(verdict(british('2020-03-11', '2027-09-10'), trip, [strict])).toEqual(['good']);
    expect(verdict(british('2020-03-11', '2027-09-09'), trip, [strict])).toEqual(['bad', 'expires-too-soon']);
    const onEntry = rule({ issuedWithinYears: null, validMonths: 0, countedFrom: 'entry' });
    expect(verdict(british(null, '2027-03-14'), trip, [onEntry])).toEqual(['bad', 'expires-too-soon']);
    expect(verdict(british(null, '2027-03-15'), trip, [onEntry])).toEqual(['good']);
  });
});

describe('the rule that counts', () => {
  const soon = british('2020-01-01', '2027-04-01');

  it('is that of one’s own nationals', () => {
    expect(verdict(soon)).toEqual(['bad', 'expires-too-soon']);
    expect(verdict({ ...soon, nationality: 'IE' })).toEqual(['good']);
    expect(verdict({ ...soon, nationality: null })).toEqual(['bad', 'expires-too-soon']);
  });

  it('is the last that has become valid by the day of entry', () => {
    const later = rule({ validMonths: 0 }, { validFrom: '2027-03-10' });
    const latest = rule({ validMonths: 12 }, { validFrom: '2027-03-11' });
    const rules = [latest, schengen, later];
    expect(verdict(soon, { ...trip, entry: '2027-03-09' }, rules)).toEqual(['bad', 'expires-too-soon']);
    expect(verdict(soon, trip, rules)).toEqual(['good']);
    expect(verdict(soon, { ...trip, entry: '2027-03-11' }, rules)).toEqual(['bad', 'expires-too-soon']);
  });

  it('is that of the country itself before that of all round it', () => {
    const spain = rule({ validMonths: 0 }, { destination: 'spain' });
    expect(verdict(soon, { ...trip, country: 'ES' }, [schengen, spain])).toEqual(['good']);
    expect(verdict(soon, trip, [schengen, spain])).toEqual(['bad', 'expires-too-soon']);
  });

  it('is missed where there is none, and where none is needed nobody is asked', () => {
    expect(verdict(soon, { ...trip, country: 'JP' })).toEqual(['unsure', 'no-rule']);
    expect(judgePassports([], trip, [schengen], groups)).toBeNull();
    const none = rule({ needed: false }, { destination: 'home' });
    expect(judgePassports([], { ...trip, country: 'GB' }, [none], groups)?.verdict).toBe('not-needed');
    expect(verdict(british(null, null), { ...trip, country: 'GB' }, [none])).toEqual(['not-needed']);
  });
});

describe('of two passports', () => {
  const old = british('2012-01-01', '2027-01-01');
  const irish: Passport = { issuedOn: '2016-01-01', expiresOn: '2027-03-15', nationality: 'IE' };

  it('the better counts, and each is explained', () => {
    const judged = judgePassports([old, irish], trip, [schengen, ownNationals], groups);
    expect(judged).toEqual({
      verdict: 'good',
      counts: 1,
      each: [
        {
          verdict: 'bad',
          findings: [
            { code: 'issued-too-long-ago', years: 10 },
            { code: 'expires-too-soon', months: 3, countedFrom: 'leaving' },
          ],
        },
        { verdict: 'good', findings: [] },
      ],
    });
  });

  it('one of which too little is known counts before one that will not do', () => {
    const judged = judgePassports([old, british('2020-01-01', null)], trip, [schengen], groups);
    expect([judged?.verdict, judged?.counts]).toEqual(['unsure', 1]);
  });
});

describe('whatever the dates', () => {
  const day = fc
    .integer({ min: 0, max: 12_000 })
    .map((days) => Temporal.PlainDate.from('2010-01-01').add({ days }).toString());
  const passport = fc.record({
    issuedOn: fc.option(day),
    expiresOn: fc.option(day),
    nationality: fc.constantFrom('GB', 'IE', null),
  });
  const order = ['good', 'unsure', 'bad'];
  const rank = (passports: readonly Passport[]) =>
    order.indexOf(judgePassports(passports, trip, [schengen, ownNationals], groups)?.verdict ?? 'bad');

  it('a passport issued or expiring later is never worse', () => {
    fc.assert(
      fc.property(passport, fc.nat({ max: 900 }), (given, days) => {
        const later = (date: string | null) =>
          date === null ? null : Temporal.PlainDate.from(date).add({ days }).toString();
        expect(rank([{ ...given, expiresOn: later(given.expiresOn) }])).toBeLessThanOrEqual(rank([given]));
        expect(rank([{ ...given, issuedOn: later(given.issuedOn) }])).toBeLessThanOrEqual(rank([given]));
      }),
    );
  });

  it('another passport never makes it worse, and the order of them changes nothing', () => {
    fc.assert(
      fc.property(fc.array(passport, { minLength: 1, maxLength: 3 }), passport, (some, more) => {
        expect(rank([...some, more])).toBe(Math.min(rank(some), rank([more])));
        expect(rank(some.toReversed())).toBe(rank(some));
      }),
    );
  });
});
