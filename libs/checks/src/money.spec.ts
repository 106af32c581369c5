import fc from 'fast-check';
import { checkOptionalPence, checkPence, checkPenceRange } from './money.js';

const rules = { what: 'the price', most: 10_000_000 };

it('reads back every sum however it is written', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 10_000_000 }),
      fc.boolean(),
      fc.boolean(),
      (pence, sign, groups) => {
        const pounds = Math.floor(pence / 100);
        const written = groups ? pounds.toLocaleString('en-GB') : String(pounds);
        const text = `${sign ? '£' : ''}${written}.${String(pence % 100).padStart(2, '0')}`;
        expect(checkPence(text, 'price', rules)).toEqual({ ok: true, value: pence });
      },
    ),
  );
});

it.each([
  ['£195', 19_500],
  ['195.5', 19_550],
  [' £ 1,170.50 ', 117_050],
  ['0', 0],
])('reads %j', (text, value) => {
  expect(checkPence(text, 'price', rules)).toEqual({ ok: true, value });
});

it.each([
  ['', 'missing', 'Enter the price.'],
  ['195.505', 'not-money', undefined],
  ['£', 'missing', undefined],
  ['1.170,50', 'not-money', undefined],
  ['=A1', 'not-money', undefined],
  ['free', 'not-money', undefined],
  ['-1', 'too-small', 'The price must be £0 or more.'],
  ['100000.01', 'too-large', 'The price must be £100,000 or less.'],
  ['9'.repeat(400), 'too-large', undefined],
])('refuses %j as %s', (text, code, message) => {
  const checked = checkPence(text, 'price', rules);
  expect(checked).toMatchObject({ ok: false, problems: [{ field: 'price', code }] });
  if (message !== undefined) expect(checked).toMatchObject({ problems: [{ message }] });
});

it('lets be blank what may be', () => {
  expect(checkOptionalPence(' ', 'price', rules)).toEqual({ ok: true, value: null });
});

it.each([0.5, -1, Number.NaN, 10_000_001])('refuses %d pence', (pence) => {
  expect(checkPenceRange(pence, 'price', rules).ok).toBe(false);
});
