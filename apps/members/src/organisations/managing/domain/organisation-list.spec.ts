import fc from 'fast-check';
import { categories, statuses } from '../../domain/organisation.js';
import {
  dues,
  isFiltered,
  listOf,
  organisationListAddress,
  readOrganisationList,
  sortKeys,
} from './organisation-list.js';

const read = (address: string) =>
  readOrganisationList(Object.fromEntries(new URL(address, 'http://x').searchParams));

it('an address brings back the list that it was made of', () => {
  const text = fc.string({ unit: 'grapheme-ascii', maxLength: 100 }).map((words) => words.trim());
  const lists = fc.record({
    text,
    category: fc.option(fc.constantFrom(...categories)),
    status: fc.constantFrom('current' as const, 'any' as const, ...statuses),
    kind: text,
    due: fc.option(fc.constantFrom(...dues)),
    sort: fc.record({
      key: fc.constantFrom(...sortKeys),
      direction: fc.constantFrom('ascending' as const, 'descending' as const),
    }),
    page: fc.integer({ min: 1, max: 10_000 }),
  });
  fc.assert(
    fc.property(lists, (list) => {
      expect(read(organisationListAddress('/list', list))).toEqual(list);
    }),
  );
});

it('what an address cannot ask for is passed over', () => {
  expect(read('/list?category=gold&status=x&due=tax&sort=-age&page=-1')).toEqual(listOf({}));
  expect(readOrganisationList({ q: ['a', 'b'], page: '1e99' })).toEqual(listOf({ text: 'a' }));
});

it('the usual list leaves nobody out', () => {
  expect(isFiltered(listOf({}))).toBe(false);
  expect(isFiltered(listOf({ due: 'contact' }))).toBe(true);
});
