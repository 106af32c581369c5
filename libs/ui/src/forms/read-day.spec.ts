import { dayBoxes, readDay } from './read-day.js';

it.each(['2027-01-31', '2028-02-29', null])('%s is read as it was filled in', (day) => {
  expect(readDay(dayBoxes('until', day), 'until', 'the last day')).toEqual({ ok: true, value: day });
});

it('says what is wrong at the box that is wrong', () => {
  const values = { ...dayBoxes('until', '2027-01-31'), 'until.month': '' };
  expect(readDay(values, 'until', 'the last day')).toEqual({
    ok: false,
    problems: [
      { field: 'until.month', code: 'date-unreadable', message: 'The last day must include a month.' },
    ],
  });
});
