import { readArchiveYear, readMonth } from './read-month.js';

describe('readMonth', () => {
  it.each(['1990-01', '2026-11', '2100-12'])('reads %s', (text) => {
    expect(readMonth(text)?.toString()).toBe(text);
  });

  it.each(['2026-13', '2026-00', '2026-1', '1989-12', '2101-01', '2026-11-01', '+002026-11', 'now', ''])(
    'has no page for %p',
    (text) => {
      expect(readMonth(text)).toBeNull();
    },
  );
});

describe('readArchiveYear', () => {
  it.each([
    ['1990', 1990],
    ['2026', 2026],
    ['2027', null],
    ['1989', null],
    ['02026', null],
    ['2e3', null],
    ['last', null],
  ])('%p in 2026 → %p', (text, expected) => {
    expect(readArchiveYear(text, 2026)).toBe(expected);
  });
});
