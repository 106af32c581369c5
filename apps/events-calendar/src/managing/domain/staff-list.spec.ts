import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { eventStatuses } from '../../events/domain/event.js';
import {
  lacks,
  listOf,
  periods,
  readStaffList,
  sortKeys,
  staffListAddress,
  type StaffList,
} from './staff-list.js';

const lists: fc.Arbitrary<StaffList> = fc.record({
  text: fc.string({ unit: 'grapheme', maxLength: 40 }).map((text) => text.replaceAll(/\p{Cc}/gu, ' ').trim()),
  status: fc.option(fc.constantFrom(...eventStatuses)),
  period: fc.constantFrom(...periods),
  lack: fc.option(fc.constantFrom(...lacks)),
  sort: fc.record({
    key: fc.constantFrom(...sortKeys),
    direction: fc.constantFrom('ascending' as const, 'descending' as const),
  }),
  page: fc.integer({ min: 1, max: 10_000 }),
});

test('an address gives back the list that it was made for', () => {
  fc.assert(
    fc.property(lists, (list) => {
      const { searchParams } = new URL(staffListAddress('/list', list), 'http://localhost');
      expect(readStaffList(Object.fromEntries(searchParams))).toEqual(list);
    }),
  );
});

test('the usual list has the shortest address', () => {
  expect(staffListAddress('/list', listOf({}))).toBe('/list');
  expect(staffListAddress('/list', listOf({ period: 'past' }))).toBe('/list?period=past');
  expect(readStaffList({})).toEqual(listOf({}));
});

test('whatever an address says, there is a list', () => {
  const value = fc.oneof(fc.string(), fc.array(fc.string()), fc.constant(undefined));
  const query = fc.dictionary(fc.constantFrom('q', 'status', 'period', 'lacks', 'sort', 'page'), value);
  fc.assert(
    fc.property(query, (asked) => {
      const list = readStaffList(asked);
      expect(periods).toContain(list.period);
      expect(sortKeys).toContain(list.sort.key);
      expect(list.page).toBeGreaterThanOrEqual(1);
      expect(list.text.length).toBeLessThanOrEqual(100);
      expect(list.text).not.toMatch(/\p{Cc}/u);
    }),
  );
});
