import { Temporal } from 'temporal-polyfill';
import { accepted } from './checked.js';
import { checkCopy } from './copy-input.js';

const rules = {
  longestTitle: 20,
  zone: 'Europe/London',
  // A quarter past midnight in London, still the day before in Greenwich.
  now: Temporal.Instant.from('2027-06-30T23:15:00Z'),
  what: 'the new visit',
};
const check = (title: string, firstDay: string | null) => {
  const checked = checkCopy({ title, firstDay: accepted(firstDay) }, rules);
  return checked.ok ? checked.value : checked.problems.map(({ field, code }) => `${field} ${code}`);
};

describe('a copy of something earlier', () => {
  it('has a title and a first day that is not past where it is held', () => {
    expect(check(' Next year ', '2027-07-01')).toEqual({ title: 'Next year', firstDay: '2027-07-01' });
    expect(check('Next year', '2027-06-30')).toEqual(['firstDay in-the-past']);
  });

  it('says all that is wrong at once, each at its field', () => {
    expect(check('', null)).toEqual(['title missing', 'firstDay date-missing']);
    expect(check('x'.repeat(21), '1927-07-01')).toEqual(['title too-long', 'firstDay date-implausible']);
  });

  it('names what it is in the sentence that people read', () => {
    const checked = checkCopy({ title: 'Then', firstDay: accepted('2026-07-01') }, rules);
    expect(checked.ok ? '' : checked.problems[0]?.message).toBe(
      'This day is past. Choose the day on which the new visit will begin.',
    );
  });
});
