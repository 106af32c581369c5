import fc from 'fast-check';
import { orThrow } from './errors.js';
import { parseRule } from './parse-rule.js';
import { writeRule } from './rule.js';
import { rules } from './testing/rule-arbitraries.js';

describe('parseRule', () => {
  it.each([
    ['FREQ=WEEKLY;COUNT=3', 'FREQ=WEEKLY;COUNT=3'],
    ['RRULE:freq=weekly;count=3', 'FREQ=WEEKLY;COUNT=3'],
    [
      'BYDAY=TH,TU,TU;INTERVAL=2;COUNT=3;WKST=SU;FREQ=WEEKLY',
      'FREQ=WEEKLY;COUNT=3;INTERVAL=2;BYDAY=TU,TH;WKST=SU',
    ],
    ['FREQ=MONTHLY;BYDAY=+1TU,-1FR;UNTIL=20270601', 'FREQ=MONTHLY;UNTIL=20270601;BYDAY=-1FR,1TU'],
    [
      'FREQ=YEARLY;INTERVAL=1;BYMONTH=6,3;BYMONTHDAY=-1,1;UNTIL=20270601T225959Z;WKST=MO',
      'FREQ=YEARLY;UNTIL=20270601T225959Z;BYMONTH=3,6;BYMONTHDAY=-1,1',
    ],
    [
      'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;UNTIL=20270601T120000',
      'FREQ=MONTHLY;UNTIL=20270601T120000;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
    ],
    ['FREQ=YEARLY;BYDAY=20MO;COUNT=3', 'FREQ=YEARLY;COUNT=3;BYDAY=20MO'],
  ])('%s', (text, written) => {
    expect(writeRule(orThrow(parseRule(text)))).toBe(written);
  });

  it.each([
    ['', 'rule-unreadable'],
    ['every week', 'rule-unreadable'],
    ['FREQ=WEEKLY;COUNT=3;', 'rule-unreadable'],
    ['FREQ=WEEKLY;COUNT=3\r\nX-EVIL=1', 'rule-unreadable'],
    ['COUNT=3', 'rule-unreadable'],
    ['FREQ=WEEKLY;FREQ=DAILY;COUNT=3', 'rule-unreadable'],
    ['FREQ=WEEKLY;COUNT=0', 'rule-unreadable'],
    ['FREQ=WEEKLY;COUNT=3;INTERVAL=0', 'rule-unreadable'],
    ['FREQ=WEEKLY;COUNT=3;BYDAY=XX', 'rule-unreadable'],
    ['FREQ=MONTHLY;COUNT=3;BYDAY=0MO', 'rule-unreadable'],
    ['FREQ=MONTHLY;COUNT=3;BYMONTHDAY=0', 'rule-unreadable'],
    ['FREQ=MONTHLY;COUNT=3;BYMONTHDAY=32', 'rule-unreadable'],
    ['FREQ=YEARLY;COUNT=3;BYMONTH=13', 'rule-unreadable'],
    ['FREQ=WEEKLY;UNTIL=20270230', 'rule-unreadable'],
    ['FREQ=WEEKLY;UNTIL=20270201T250000Z', 'rule-unreadable'],
    ['FREQ=WEEKLY;UNTIL=soon', 'rule-unreadable'],
    ['FREQ=WEEKLY;COUNT=3;WKST=1MO', 'rule-unreadable'],
    ['FREQ=HOURLY;COUNT=3', 'rule-part-unsupported'],
    ['FREQ=DAILY;COUNT=3;BYHOUR=9', 'rule-part-unsupported'],
    ['FREQ=YEARLY;COUNT=3;BYWEEKNO=20', 'rule-part-unsupported'],
    ['FREQ=WEEKLY', 'rule-has-no-end'],
    ['FREQ=WEEKLY;COUNT=3;UNTIL=20270601', 'rule-parts-conflict'],
    ['FREQ=WEEKLY;COUNT=3;BYDAY=1MO', 'rule-parts-conflict'],
    ['FREQ=MONTHLY;COUNT=3;BYDAY=6MO', 'rule-parts-conflict'],
    ['FREQ=WEEKLY;COUNT=3;BYMONTHDAY=1', 'rule-parts-conflict'],
    ['FREQ=DAILY;COUNT=3;BYMONTHDAY=-2', 'rule-parts-conflict'],
    ['FREQ=DAILY;COUNT=3;BYDAY=MO;BYSETPOS=1', 'rule-parts-conflict'],
    ['FREQ=WEEKLY;COUNT=3;BYDAY=MO;BYSETPOS=1', 'rule-parts-conflict'],
    ['FREQ=MONTHLY;COUNT=3;BYSETPOS=1', 'rule-parts-conflict'],
    ['FREQ=MONTHLY;COUNT=3;BYDAY=1MO;BYMONTHDAY=1', 'rule-parts-conflict'],
    ['FREQ=MONTHLY;COUNT=3;BYDAY=1MO,TU', 'rule-parts-conflict'],
  ])('refuses %j: %s', (text, code) => {
    expect(parseRule(text)).toMatchObject({ ok: false, problems: [{ field: 'recurrence.rule', code }] });
  });

  it('reads back what it writes', () => {
    fc.assert(
      fc.property(rules, (rule) => {
        const text = writeRule(rule);
        const again = writeRule(orThrow(parseRule(text)));
        expect(writeRule(orThrow(parseRule(again)))).toBe(again);
        expect(again.length).toBe(text.length);
      }),
    );
  });

  it('never fails otherwise than by saying so', () => {
    const text = fc.oneof(
      fc.string(),
      fc
        .array(
          fc.constantFrom(
            'FREQ=',
            'WEEKLY',
            'COUNT=',
            '3',
            ';',
            ',',
            'BYDAY=',
            '1',
            'MO',
            '-',
            'UNTIL=',
            '2027',
            '0601',
            'T',
            'Z',
          ),
          { maxLength: 14 },
        )
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, (text) => {
        expect(typeof parseRule(text).ok).toBe('boolean');
      }),
      { numRuns: 1000 },
    );
  });
});
