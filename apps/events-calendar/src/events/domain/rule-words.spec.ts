import { recurrenceInWords } from './rule-words.js';
import { allDaySample, timedSample } from './testing/samples.js';

describe('recurrenceInWords', () => {
  it.each([
    [
      '2026-06-02',
      'FREQ=MONTHLY;BYDAY=1TU;COUNT=12',
      'every month on the first Tuesday, until 4 May 2027, 12 times',
    ],
    ['2026-06-02', 'FREQ=DAILY;COUNT=2', 'every day, until 3 June 2026, 2 times'],
    ['2026-06-02', 'FREQ=DAILY;COUNT=1', 'every day, until 2 June 2026, once'],
    ['2026-06-02', 'FREQ=DAILY;INTERVAL=10;COUNT=2', 'every 10 days, until 12 June 2026, 2 times'],
    [
      '2026-06-02',
      'FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR;COUNT=5',
      'every day on Monday to Friday, until 8 June 2026, 5 times',
    ],
    ['2026-06-02', 'FREQ=WEEKLY;UNTIL=20260615', 'every week on Tuesday, until 9 June 2026, 2 times'],
    [
      '2026-06-02',
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH,SA;COUNT=4',
      'every 2 weeks on Tuesday, Thursday and Saturday, until 16 June 2026, 4 times',
    ],
    ['2026-06-15', 'FREQ=MONTHLY;COUNT=2', 'every month on the 15th, until 15 July 2026, 2 times'],
    [
      '2026-01-31',
      'FREQ=MONTHLY;COUNT=2',
      'every month on the 31st (if the month has one), until 31 March 2026, 2 times',
    ],
    [
      '2026-06-30',
      'FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=2',
      'every month on the last day, until 31 July 2026, 2 times',
    ],
    [
      '2026-06-01',
      'FREQ=MONTHLY;BYMONTHDAY=1,11,-2;COUNT=2',
      'every month on the second to last day, the 1st and the 11th, until 11 June 2026, 2 times',
    ],
    [
      '2026-06-30',
      'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=2',
      'every month on the last of Monday to Friday, until 31 July 2026, 2 times',
    ],
    [
      '2026-06-26',
      'FREQ=MONTHLY;BYDAY=-1FR;COUNT=2',
      'every month on the last Friday, until 31 July 2026, 2 times',
    ],
    [
      '2026-02-13',
      'FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR;COUNT=2',
      'every month on Friday if it is the 13th, until 13 March 2026, 2 times',
    ],
    ['2026-06-02', 'FREQ=YEARLY;COUNT=2', 'every year on 2 June, until 2 June 2027, 2 times'],
    [
      '2026-06-02',
      'FREQ=YEARLY;BYMONTH=3,6;COUNT=2',
      'every year on 2 March and 2 June, until 2 March 2027, 2 times',
    ],
    [
      '2026-06-02',
      'FREQ=YEARLY;BYMONTH=6;BYDAY=1TU;COUNT=2',
      'every year on the first Tuesday in June, until 1 June 2027, 2 times',
    ],
    [
      '2026-05-18',
      'FREQ=YEARLY;BYDAY=20MO;COUNT=2',
      'every year on the 20th Monday, until 17 May 2027, 2 times',
    ],
  ])('%s %s', (start, rule, words) => {
    expect(recurrenceInWords(rule, allDaySample(start))).toBe(words);
  });

  it('tells the last day in the zone of a timed series', () => {
    const late = timedSample('2026-06-02T23:30', '2026-06-03T00:30', 'America/New_York');
    expect(recurrenceInWords('FREQ=DAILY;UNTIL=20260604T035959Z', late)).toBe(
      'every day, until 3 June 2026, 2 times',
    );
  });
});
