import fc from 'fast-check';
import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import { orThrow } from './errors.js';
import { parseRule } from './parse-rule.js';
import { writeRule, type Rule } from './rule.js';
import { ruleStarts } from './rule-starts.js';
import { rules, startDates } from './testing/rule-arbitraries.js';
import { oracleDays } from './testing/rule-oracle.js';
import { allDaySample, timedSample } from './testing/samples.js';

const days = (rule: Rule, first: Temporal.PlainDate) =>
  ruleStarts(rule, { type: 'all-day', first, last: first, zone: 'Europe/London' }).map(
    ({ original }) => original,
  );

describe('ruleStarts', () => {
  it('gives the days that RFC 5545 defines, for any rule', () => {
    fc.assert(
      fc.property(rules, startDates, (rule, first) => {
        const last = first.add({ years: 4 });
        const ours = days(rule, first).filter((day) => day <= last.toString());
        expect(ours).toEqual(oracleDays(rule, first, last));
      }),
      { numRuns: 500 },
    );
  });

  /**
   * The rules that the forms make, and their like in files. In rarer ones ical.js departs from the standard (BYMONTH with
   * FREQ=MONTHLY, BYMONTHDAY without BYMONTH in FREQ=YEARLY, 29 February every year); those are held against the definitions above.
   */
  it.each([
    ['FREQ=DAILY;COUNT=40', '2026-03-20'],
    ['FREQ=DAILY;INTERVAL=3;UNTIL=20261231', '2026-03-20'],
    ['FREQ=DAILY;COUNT=30;BYDAY=MO,TU,WE,TH,FR', '2026-03-20'],
    ['FREQ=WEEKLY;COUNT=30', '2026-03-20'],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;COUNT=25', '2026-06-02'],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;COUNT=25;WKST=SU', '2026-06-01'],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;COUNT=25', '2026-06-01'],
    ['FREQ=MONTHLY;COUNT=25', '2026-01-31'],
    ['FREQ=MONTHLY;INTERVAL=3;COUNT=12', '2026-01-15'],
    ['FREQ=MONTHLY;BYDAY=1TU;COUNT=24', '2026-06-02'],
    ['FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20280601', '2026-06-26'],
    ['FREQ=MONTHLY;BYDAY=5MO;COUNT=10', '2026-06-29'],
    ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=24', '2026-06-30'],
    ['FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=24', '2026-06-30'],
    ['FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR;COUNT=10', '2026-11-13'],
    ['FREQ=YEARLY;COUNT=10', '2026-06-02'],
    ['FREQ=YEARLY;BYMONTH=6;BYDAY=1TU;COUNT=9', '2026-06-02'],
    ['FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=15;COUNT=9', '2026-03-15'],
  ])('agrees with ical.js: %s from %s', (text, start) => {
    const first = Temporal.PlainDate.from(start);
    const ours = days(orThrow(parseRule(text)), first);
    expect(ours.length).toBeGreaterThan(2);
    const iterator = ICAL.Recur.fromString(text).iterator(ICAL.Time.fromDateString(start));
    const theirs: string[] = [];
    for (let next = iterator.next(); next; next = iterator.next()) theirs.push(next.toString());
    expect(ours).toEqual(theirs);
  });

  it('leaves out the years without a 29 February', () => {
    const rule = orThrow(parseRule('FREQ=YEARLY;COUNT=3'));
    expect(days(rule, Temporal.PlainDate.from('2024-02-29'))).toEqual([
      '2024-02-29',
      '2028-02-29',
      '2032-02-29',
    ]);
  });

  it('names occurrences by the wall clock, through both clock changes', () => {
    const rule = orThrow(parseRule('FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=12'));
    const starts = ruleStarts(rule, timedSample('2026-01-31T09:30', '2026-01-31T10:00'));
    expect(new Set(starts.map(({ original }) => original.slice(10)))).toEqual(new Set(['T09:30']));
  });

  it('ends at UNTIL to the second', () => {
    const when = timedSample('2026-06-02T10:00', '2026-06-02T11:00');
    const last = (until: string) =>
      ruleStarts(orThrow(parseRule(`FREQ=DAILY;UNTIL=${until}`)), when).at(-1)?.original;
    expect(last('20260605T090000Z')).toBe('2026-06-05T10:00');
    expect(last('20260605T085959Z')).toBe('2026-06-04T10:00');
  });

  it('stops at ten years, and at one more than the calendar allows', () => {
    expect(
      days(orThrow(parseRule('FREQ=YEARLY;COUNT=50')), Temporal.PlainDate.from('2026-06-02')),
    ).toHaveLength(11);
    expect(
      days(orThrow(parseRule('FREQ=DAILY;COUNT=5000')), Temporal.PlainDate.from('2026-06-02')),
    ).toHaveLength(1001);
    expect(
      days(
        orThrow(parseRule('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=5')),
        Temporal.PlainDate.from('2026-02-28'),
      ),
    ).toEqual([]);
  });

  it('writes every rule so that ical.js reads the same', () => {
    fc.assert(
      fc.property(rules, (rule) => {
        const read = ICAL.Recur.fromString(writeRule(rule));
        expect([read.freq, read.interval, read.count]).toEqual([
          rule.frequency,
          rule.interval,
          rule.end.type === 'count' ? rule.end.count : 0,
        ]);
      }),
    );
  });

  it('needs no start among what it gives', () => {
    const rule = orThrow(parseRule('FREQ=WEEKLY;BYDAY=MO;COUNT=2'));
    expect(ruleStarts(rule, allDaySample('2026-06-02')).map(({ original }) => original)).toEqual([
      '2026-06-08',
      '2026-06-15',
    ]);
  });
});
