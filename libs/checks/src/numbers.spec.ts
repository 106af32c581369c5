import { checkOptionalWhole, checkRange, checkWhole } from './numbers.js';

const rules = { what: 'the number of places', least: 1, most: 5000 };

it.each([
  ['120', 120],
  [' 1,200 ', 1200],
  ['1 200', 1200],
  ['5000', 5000],
])('reads %j', (text, value) => {
  expect(checkWhole(text, 'places', rules)).toEqual({ ok: true, value });
});

it.each([
  ['', 'missing', 'Enter the number of places.'],
  ['1.5', 'not-a-whole-number', 'Enter the number of places as a whole number, like 12.'],
  ['1e3', 'not-a-whole-number', undefined],
  ['12,34', 'not-a-whole-number', undefined],
  ['=1+1', 'not-a-whole-number', undefined],
  ['twelve', 'not-a-whole-number', undefined],
  ['-1', 'too-small', 'The number of places must be 1 or more.'],
  ['−1', 'too-small', undefined],
  ['5001', 'too-large', 'The number of places must be 5,000 or fewer.'],
  ['9'.repeat(400), 'too-large', undefined],
])('refuses %j as %s', (text, code, message) => {
  const checked = checkWhole(text, 'places', rules);
  expect(checked).toMatchObject({ ok: false, problems: [{ field: 'places', code }] });
  if (message !== undefined) expect(checked).toMatchObject({ problems: [{ message }] });
});

it('lets be blank what may be', () => {
  expect(checkOptionalWhole('  ', 'places', rules)).toEqual({ ok: true, value: null });
  expect(checkOptionalWhole('x', 'places', rules).ok).toBe(false);
});

it.each([Number.NaN, 0.5, Number.POSITIVE_INFINITY])('refuses the number %d', (number) => {
  expect(checkRange(number, 'places', rules).ok).toBe(false);
});
