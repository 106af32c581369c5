import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { dateAnswer, optionalDateAnswer } from './date-answer.js';
import { readForm } from './read-form.js';

const schema = z.object({ start: dateAnswer('the start date') });
const optional = z.object({ end: optionalDateAnswer('the end date') });

const sent = (day: string, month: string, year: string, name = 'start') => ({
  [`${name}.day`]: day,
  [`${name}.month`]: month,
  [`${name}.year`]: year,
});

function read(day: string, month: string, year: string) {
  const answer = readForm(schema, sent(day, month, year));
  return answer.ok ? answer.data.start.toString() : answer.form.errors;
}

test.each([
  ['1', '10', '2019', '2019-10-01'],
  [' 01 ', 'Feb', '2024', '2024-02-01'],
  ['29', 'february', '2024', '2024-02-29'],
  ['31', 'DEC', '2026', '2026-12-31'],
  ['1', 'Sept', '2026', '2026-09-01'],
  ['1', 'may', '2026', '2026-05-01'],
])('%s %s %s is %s', (day, month, year, expected) => {
  expect(read(day, month, year)).toBe(expected);
});

test.each([
  ['', '', '', 'start', 'Enter the start date'],
  ['1', '', '2026', 'start.month', 'The start date must include a month'],
  ['', '', '2026', 'start.day', 'The start date must include a day and a month'],
  ['first', '1', '2026', 'start.day', 'Enter the day as a number, like 27'],
  ['1', 'ma', '2026', 'start.month', 'Enter the month as a number or a name, like 3 or March'],
  ['1', 'mayor', '2026', 'start.month', 'Enter the month as a number or a name, like 3 or March'],
  ['1', '1', '26', 'start.year', 'Enter the year with 4 numbers, like 2026'],
  ['30', '2', '2026', 'start', 'The start date must be a real date, like 27 3 2026'],
  ['1', '13', '2026', 'start', 'The start date must be a real date, like 27 3 2026'],
  ['0', '1', '2026', 'start', 'The start date must be a real date, like 27 3 2026'],
])('"%s" "%s" "%s" is an error of %s', (day, month, year, field, message) => {
  expect(read(day, month, year)).toEqual([{ field, message }]);
});

test('a date that was not sent at all is asked for', () => {
  const answer = readForm(schema, {});
  expect(answer.form.errors).toEqual([{ field: 'start', message: 'Enter the start date' }]);
});

test('a date that may be left out can be, but not by half', () => {
  expect(readForm(optional, sent('', ' ', '', 'end'))).toMatchObject({ ok: true, data: { end: undefined } });
  expect(readForm(optional, sent('1', '2', '2026', 'end'))).toMatchObject({ ok: true });
  expect(readForm(optional, sent('1', '', '', 'end')).form.errors).toEqual([
    { field: 'end.month', message: 'The end date must include a month and a year' },
  ]);
});

test('every day there is can be given, and comes out as it went in', () => {
  const days = fc
    .integer({ min: -400_000, max: 400_000 })
    .map((days) => Temporal.PlainDate.from('1970-01-01').add({ days }));
  fc.assert(
    fc.property(
      days.filter(({ year }) => year >= 1000 && year <= 9999),
      (date) => {
        expect(read(String(date.day), String(date.month), String(date.year))).toBe(date.toString());
      },
    ),
  );
});
