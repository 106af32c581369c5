import fc from 'fast-check';
import { orThrow, type Checked } from './errors.js';
import type { When } from './event.js';
import { blankRuleForm, formFromRule, repeats, ruleFromForm, type RuleForm } from './rule-form.js';
import { weekdays } from './rule.js';
import { startDates } from './testing/rule-arbitraries.js';
import { allDaySample, monthSample, timedSample } from './testing/samples.js';

const call = timedSample('2026-06-02T10:00', '2026-06-02T11:00');
const form = (different: Partial<RuleForm>): RuleForm => ({ ...blankRuleForm, count: '12', ...different });
const problems = (checked: Checked<unknown>) =>
  checked.ok ? [] : checked.problems.map(({ field, code }) => `${field}: ${code}`);
const june2027 = { day: '1', month: 'June', year: '2027' };

describe('ruleFromForm', () => {
  it.each<[Partial<RuleForm>, string | null]>([
    [{ repeats: 'none' }, null],
    [{ repeats: 'daily', interval: '' }, 'FREQ=DAILY;COUNT=12'],
    [{ repeats: 'weekly', interval: '2' }, 'FREQ=WEEKLY;COUNT=12;INTERVAL=2;BYDAY=TU'],
    [{ repeats: 'weekly', weekdays: ['TH', 'TU'] }, 'FREQ=WEEKLY;COUNT=12;BYDAY=TU,TH'],
    [{ repeats: 'monthly on the date' }, 'FREQ=MONTHLY;COUNT=12'],
    [{ repeats: 'monthly on the weekday' }, 'FREQ=MONTHLY;COUNT=12;BYDAY=1TU'],
    [{ repeats: 'yearly', count: '3' }, 'FREQ=YEARLY;COUNT=3'],
    [{ repeats: 'weekly', ends: 'until', until: june2027 }, 'FREQ=WEEKLY;UNTIL=20270601T225959Z;BYDAY=TU'],
    [
      { repeats: 'custom', rule: 'RRULE:FREQ=MONTHLY;BYDAY=1TU;UNTIL=20270601' },
      'FREQ=MONTHLY;UNTIL=20270601T225959Z;BYDAY=1TU',
    ],
  ])('%j', (different, rule) => {
    expect(orThrow(ruleFromForm(form(different), call))).toBe(rule);
  });

  it('means the last weekday when asked', () => {
    expect(
      orThrow(ruleFromForm(form({ repeats: 'monthly on the last weekday' }), allDaySample('2026-06-30'))),
    ).toBe('FREQ=MONTHLY;COUNT=12;BYDAY=-1TU');
  });

  it.each<[string, Partial<RuleForm>, When, string[]]>([
    ['an unknown choice', { repeats: 'hourly' }, call, ['recurrence.repeats: unknown-choice']],
    ['a month', { repeats: 'weekly' }, monthSample('2026-06'), ['recurrence.repeats: rule-needs-a-date']],
    ['no end', { repeats: 'weekly', ends: '' }, call, ['recurrence.ends: rule-has-no-end']],
    ['no count', { repeats: 'weekly', count: ' ' }, call, ['recurrence.count: missing']],
    ['a fraction', { repeats: 'weekly', count: '2.5' }, call, ['recurrence.count: rule-unreadable']],
    [
      'several at once',
      { repeats: 'weekly', interval: '0', weekdays: ['XX'], count: '1001' },
      call,
      [
        'recurrence.interval: rule-unreadable',
        'recurrence.weekdays: unknown-choice',
        'recurrence.count: rule-unreadable',
      ],
    ],
    [
      'a date that does not exist',
      { repeats: 'weekly', ends: 'until', until: { day: '31', month: '6', year: '2027' } },
      call,
      ['recurrence.until: date-does-not-exist'],
    ],
    [
      'an end before the start',
      { repeats: 'weekly', ends: 'until', until: { day: '1', month: '6', year: '2026' } },
      call,
      ['recurrence.until: rule-misses-start'],
    ],
    ['too many years', { repeats: 'yearly', count: '12' }, call, ['recurrence.count: rule-too-long']],
    [
      'weekdays without the start’s own',
      { repeats: 'weekly', weekdays: ['MO'] },
      call,
      ['recurrence.weekdays: rule-misses-start'],
    ],
    [
      'the last weekday where it is not the last',
      { repeats: 'monthly on the last weekday' },
      call,
      ['recurrence.repeats: rule-misses-start'],
    ],
    [
      'a rule that cannot be read',
      { repeats: 'custom', rule: 'often' },
      call,
      ['recurrence.rule: rule-unreadable'],
    ],
  ])('refuses %s', (_, different, when, expected) => {
    expect(problems(ruleFromForm(form(different), when))).toEqual(expected);
  });
});

describe('formFromRule', () => {
  it('fills in what the form asked for, whatever it was', () => {
    const choice = fc.constantFrom(...repeats.filter((each) => each !== 'none' && each !== 'custom'));
    const count = fc.integer({ min: 1, max: 5 });
    fc.assert(
      fc.property(
        choice,
        startDates,
        count,
        fc.subarray([...weekdays]),
        fc.boolean(),
        fc.boolean(),
        (choice, first, count, days, byDate, timed) => {
          const when = timed
            ? timedSample(`${first.toString()}T10:00`, `${first.toString()}T11:00`)
            : allDaySample(first.toString());
          const asked = form({
            repeats: choice,
            weekdays: choice === 'weekly' ? days : [],
            count: String(count),
            ends: byDate ? 'until' : 'count',
            until: { day: '1', month: '1', year: '2033' },
          });
          const rule = ruleFromForm(asked, when);
          if (!rule.ok) return;
          const filled = formFromRule(rule.value, when);
          expect(filled.repeats).not.toBe('custom');
          expect(ruleFromForm(filled, when)).toEqual(rule);
          expect(formFromRule(orThrow(ruleFromForm({ ...filled, repeats: 'custom' }, when)), when)).toEqual(
            filled,
          );
        },
      ),
    );
  });

  it('keeps a rule that the choices cannot say', () => {
    const rule = 'FREQ=MONTHLY;COUNT=12;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1';
    const when = allDaySample('2026-06-01');
    const filled = formFromRule(rule, when);
    expect(filled).toMatchObject({ repeats: 'custom', rule });
    expect(orThrow(ruleFromForm(filled, when))).toBe(rule);
  });

  it('is blank for what happens once', () => {
    expect(formFromRule(null, call)).toEqual(blankRuleForm);
  });
});
