import { accepted } from '#checks';
import { dayFromIso } from '../../set-up/domain/days.js';
import { checkDays, daysFrom, mostDays, type DayInput } from './days.js';

const day = (date: string | null, opens = '', closes = ''): DayInput => ({
  date: dayFromIso(date, 'date'),
  opens,
  closes,
});

const problem = (...days: DayInput[]) => {
  const checked = checkDays(days);
  return checked.ok ? null : checked.problems.map(({ field, code }) => `${field} ${code}`).join();
};

it('reads times as people type them', () => {
  expect(checkDays([day('2027-02-28', '9.30am', '5pm'), day('2027-03-01')])).toEqual(
    accepted([
      { date: '2027-02-28', opens: '09:30', closes: '17:00' },
      { date: '2027-03-01', opens: null, closes: null },
    ]),
  );
});

it('wants days that follow one another, each with both times or none', () => {
  expect(problem()).toBe('days missing');
  expect(problem(day(null))).toBe('days.0.date date-missing');
  expect(problem(day('2027-07-08'), day('2027-07-10'))).toBe('days.1.date days-with-gaps');
  expect(problem(day('2027-07-08'), day('2027-07-08'))).toBe('days.1.date days-with-gaps');
  expect(problem(day('2027-07-09'), day('2027-07-08'))).toBe('days.1.date days-with-gaps');
  expect(problem(day('2027-07-08', '9am'))).toBe('days.0.closes time-missing');
  expect(problem(day('2027-07-08', '5pm', '9am'))).toBe('days.0.closes end-before-start');
  expect(problem(day('2027-07-08', '9am', '9am'))).toBe('days.0.closes end-before-start');
  expect(problem(...Array.from({ length: mostDays + 1 }, () => day('2027-07-08')))).toBe('days too-many');
});

it('counts the days from the first to the last', () => {
  expect(daysFrom('2027-12-31', '2028-01-02')).toEqual(accepted(['2027-12-31', '2028-01-01', '2028-01-02']));
  expect(daysFrom('2027-07-08', '2027-07-07')).toMatchObject({ problems: [{ code: 'end-before-start' }] });
  expect(daysFrom('2027-07-08', '2027-07-21').ok).toBe(true);
  expect(daysFrom('2027-07-08', '2027-07-22')).toMatchObject({ problems: [{ code: 'too-many' }] });
  expect(daysFrom('2000-01-01', '2100-12-31')).toMatchObject({ problems: [{ code: 'too-many' }] });
});
