import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isFiltered, listedRoles, peopleListAddress, readPeopleList } from './people-list.js';

const list = fc.record({
  text: fc.string().map((text) => readPeopleList({ q: text }).text),
  organisation: fc.option(fc.uuid()),
  role: fc.option(fc.constantFrom(...listedRoles)),
  board: fc.option(fc.constantFrom('executive-oversight-committee', 'b2')),
  page: fc.integer({ min: 1, max: 10_000 }),
});

test('a list’s address asks for the same list', () => {
  fc.assert(
    fc.property(list, (wanted) => {
      const { searchParams } = new URL(peopleListAddress('/people', wanted), 'https://x.example');
      expect(readPeopleList(Object.fromEntries(searchParams))).toEqual(wanted);
    }),
  );
});

test.each([
  ['page', '0'],
  ['page', '1e9'],
  ['page', 'x'],
  ['role', 'root'],
  ['organisation', "'; DROP TABLE people"],
  ['board', 'a b'],
])('what an address asks of %s with %s is passed over', (name, value) => {
  const read = readPeopleList({ [name]: value });
  expect(peopleListAddress('/people', read)).toBe('/people');
  expect(isFiltered(read)).toBe(false);
});

test('the first of several counts, without control characters', () => {
  expect(readPeopleList({ q: [' a\0b ', 'c'], role: ['staff', 'admin'] })).toMatchObject({
    text: 'a b',
    role: 'staff',
  });
});
