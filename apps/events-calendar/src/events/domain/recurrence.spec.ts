import fc from 'fast-check';
import { orThrow } from './errors.js';
import type { OccurrenceException, Recurrence, When } from './event.js';
import { expand } from './expand.js';
import { checkRecurrence } from './recurrence.js';
import { ruleStarts } from './rule-starts.js';
import { writeRule } from './rule.js';
import { rules, startDates } from './testing/rule-arbitraries.js';
import { allDaySample, monthSample, timedSample } from './testing/samples.js';

const call = timedSample('2026-06-02T10:00', '2026-06-02T11:00');
const context = { kind: 'meeting', audience: 'members' } as const;
const check = (rule: string, when: When = call, ...exceptions: OccurrenceException[]) =>
  checkRecurrence({ rule, exceptions }, when, context);
const ruleOf = (recurrence: Recurrence | null) => recurrence?.rule;

describe('checkRecurrence', () => {
  it('has nothing against an event that happens once', () => {
    expect(checkRecurrence(null, monthSample('2026-06'), context)).toEqual({ ok: true, value: null });
  });

  it.each([
    [
      'a date, of a timed series: all of that day',
      'FREQ=WEEKLY;UNTIL=20270601',
      call,
      'FREQ=WEEKLY;UNTIL=20270601T225959Z',
    ],
    ['a date in winter', 'FREQ=WEEKLY;UNTIL=20261201', call, 'FREQ=WEEKLY;UNTIL=20261201T235959Z'],
    ['a time without zone', 'FREQ=WEEKLY;UNTIL=20270601T100000', call, 'FREQ=WEEKLY;UNTIL=20270601T090000Z'],
    ['a time in UTC', 'FREQ=WEEKLY;UNTIL=20270601T090000Z', call, 'FREQ=WEEKLY;UNTIL=20270601T090000Z'],
    [
      'a date, of whole days',
      'FREQ=WEEKLY;UNTIL=20270601',
      allDaySample('2026-06-02'),
      'FREQ=WEEKLY;UNTIL=20270601',
    ],
    [
      'a time in UTC, of whole days',
      'FREQ=WEEKLY;UNTIL=20270531T233000Z',
      allDaySample('2026-06-02'),
      'FREQ=WEEKLY;UNTIL=20270601',
    ],
    [
      'a time without zone, of whole days',
      'FREQ=WEEKLY;UNTIL=20270531T233000',
      allDaySample('2026-06-02'),
      'FREQ=WEEKLY;UNTIL=20270531',
    ],
  ])('writes UNTIL as the start asks for: %s', (_, rule, when, written) => {
    expect(ruleOf(orThrow(check(rule, when)))).toBe(written);
  });

  it.each<[string, string, When, string]>([
    ['only a month is known', 'FREQ=WEEKLY;COUNT=3', monthSample('2026-06'), 'rule-needs-a-date'],
    ['another weekday', 'FREQ=WEEKLY;BYDAY=MO;COUNT=3', call, 'rule-misses-start'],
    ['it would end before it begins', 'FREQ=WEEKLY;UNTIL=20260601', call, 'rule-misses-start'],
    [
      'it would end on its day, before its hour',
      'FREQ=WEEKLY;UNTIL=20260602T085959Z',
      call,
      'rule-misses-start',
    ],
    ['no such day ever comes', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=3', call, 'rule-misses-start'],
    ['no end', 'FREQ=WEEKLY', call, 'rule-has-no-end'],
    ['a date more than ten years on', 'FREQ=YEARLY;UNTIL=20360603', call, 'rule-too-long'],
    ['a count that reaches more than ten years on', 'FREQ=YEARLY;COUNT=12', call, 'rule-too-long'],
    ['more than a thousand', 'FREQ=DAILY;COUNT=1001', call, 'rule-too-many'],
    ['more than a thousand by date', 'FREQ=DAILY;UNTIL=20290301', call, 'rule-too-many'],
    ['nonsense', 'often', call, 'rule-unreadable'],
  ])('refuses when %s', (_, rule, when, code) => {
    expect(check(rule, when)).toMatchObject({ ok: false, problems: [{ field: 'recurrence.rule', code }] });
  });

  it.each([
    ['ten years by date', 'FREQ=YEARLY;UNTIL=20360602'],
    ['ten years by count', 'FREQ=YEARLY;COUNT=11'],
    ['a thousand', 'FREQ=DAILY;COUNT=1000'],
    ['one', 'FREQ=DAILY;COUNT=1'],
  ])('accepts %s', (_, rule) => {
    expect(check(rule).ok).toBe(true);
  });

  it('names the first day that the rule gives', () => {
    expect(check('FREQ=WEEKLY;BYDAY=MO;COUNT=3')).toMatchObject({
      problems: [
        {
          message: expect.stringContaining(
            'on 2 June 2026, which is not a day that it repeats on. The first day that it gives is 8 June 2026.',
          ),
        },
      ],
    });
  });

  it('accepts exactly the rules that begin with the start, within the bounds', () => {
    fc.assert(
      fc.property(rules, startDates, (rule, first) => {
        const when: When = { type: 'all-day', first, last: first, zone: 'Europe/London' };
        const checked = check(writeRule(rule), when);
        const starts = ruleStarts(rule, when);
        const count = rule.end.type === 'count' ? rule.end.count : 0;
        expect(checked.ok).toBe(starts[0]?.original === first.toString() && starts.length === count);
        if (checked.ok) expect(expand({ when, recurrence: checked.value })).toHaveLength(count);
      }),
    );
  });
});

describe('exceptions', () => {
  const weekly = 'FREQ=WEEKLY;COUNT=3';
  const moved = timedSample('2026-06-10T14:00', '2026-06-10T15:00');

  it('come back sorted and tidied', () => {
    const checked = check(
      weekly,
      call,
      { original: '2026-06-16T10:00', type: 'removed' },
      { original: '2026-06-02T10:00', type: 'changed', change: {} },
      {
        original: '2026-06-09T10:00',
        type: 'changed',
        change: { title: ' Long call ', when: moved, place: null, cancelled: { reason: ' Ill ' } },
      },
    );
    expect(orThrow(checked)?.exceptions).toEqual([
      {
        original: '2026-06-09T10:00',
        type: 'changed',
        change: { title: 'Long call', when: moved, place: null, cancelled: { reason: 'Ill' } },
      },
      { original: '2026-06-16T10:00', type: 'removed' },
    ]);
  });

  it.each<[string, string, OccurrenceException[]]>([
    [
      'a day it does not repeat on',
      'occurrence-unknown',
      [{ original: '2026-06-03T10:00', type: 'removed' }],
    ],
    ['another hour', 'occurrence-unknown', [{ original: '2026-06-02T11:00', type: 'removed' }]],
    [
      'one twice',
      'occurrence-doubled',
      [
        { original: '2026-06-02T10:00', type: 'removed' },
        { original: '2026-06-02T10:00', type: 'changed', change: { title: 'X' } },
      ],
    ],
    [
      'all removed',
      'last-occurrence',
      ['2026-06-02T10:00', '2026-06-09T10:00', '2026-06-16T10:00'].map((original) => ({
        original,
        type: 'removed',
      })),
    ],
    [
      'whole days among times',
      'occurrence-of-another-kind',
      [{ original: '2026-06-02T10:00', type: 'changed', change: { when: allDaySample('2026-06-02') } }],
    ],
    [
      'an empty title',
      'missing',
      [{ original: '2026-06-02T10:00', type: 'changed', change: { title: ' ' } }],
    ],
    [
      'an end before the start',
      'end-before-start',
      [
        {
          original: '2026-06-02T10:00',
          type: 'changed',
          change: { when: { ...call, end: call.start.subtract({ hours: 1 }) } },
        },
      ],
    ],
    [
      'a link shown too widely',
      'joining-shown-too-widely',
      [
        {
          original: '2026-06-02T10:00',
          type: 'changed',
          change: { joining: { url: 'https://calls.example.org', shownTo: 'public' } },
        },
      ],
    ],
    [
      'called off without a reason',
      'reason-missing',
      [{ original: '2026-06-02T10:00', type: 'changed', change: { cancelled: { reason: '' } } }],
    ],
  ])('are refused: %s', (_, code, exceptions) => {
    expect(check(weekly, call, ...exceptions)).toMatchObject({
      ok: false,
      problems: [{ field: expect.stringMatching(/^recurrence\.exceptions/), code }],
    });
  });
});
