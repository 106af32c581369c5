import fc from 'fast-check';
import { eventFormats, eventKinds } from '../../events/domain/event.js';
import {
  everything,
  filteredAddress,
  filterParams,
  isEverything,
  readFilter,
  readPage,
  tidyAddress,
  type Filter,
} from './filter.js';

const plain = fc
  .string({ unit: 'grapheme', maxLength: 40 })
  .map((text) => text.replaceAll(/\p{Cc}/gu, '').trim());
const slug = fc.option(fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/));
const filters: fc.Arbitrary<Filter> = fc.record({
  kinds: fc.subarray([...eventKinds]),
  formats: fc.subarray([...eventFormats]),
  place: plain,
  text: plain,
  series: slug,
  tag: slug,
});

function queryOf(params: URLSearchParams) {
  return Object.fromEntries([...new Set(params.keys())].map((key) => [key, params.getAll(key)]));
}

describe('a filter', () => {
  it('comes back from its address as it went in', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        expect(readFilter(queryOf(filterParams(filter)))).toEqual(filter);
      }),
    );
  });

  it('passes over what it does not know', () => {
    expect(readFilter({ kind: ['party', 'meeting'], format: 'by post', utm_source: 'x' })).toEqual({
      ...everything,
      kinds: ['meeting'],
    });
  });

  it('gives the bare address when nothing is filtered', () => {
    expect(isEverything(readFilter({ q: '  ', kind: 'nothing' }))).toBe(true);
    expect(filteredAddress('/calendar', everything)).toBe('/calendar');
    expect(filteredAddress('/calendar', { ...everything, text: 'a & b' }, { page: '2' })).toBe(
      '/calendar?q=a+%26+b&page=2',
    );
  });
});

describe('tidyAddress', () => {
  it('leaves out what a form sends empty', () => {
    expect(tidyAddress('/calendar', { q: '', place: ' ', kind: 'meeting' })).toBe('/calendar?kind=meeting');
    expect(tidyAddress('/calendar', { q: '', series: '', tag: '' })).toBe('/calendar');
  });

  it('has nothing to do where nothing is empty, so that nobody is sent in a circle', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        expect(tidyAddress('/calendar', queryOf(filterParams(filter)))).toBeNull();
      }),
    );
    expect(tidyAddress('/calendar', { utm_source: '', kind: 'party' })).toBeNull();
  });
});

describe('readPage', () => {
  it.each([
    [undefined, 1],
    ['2', 2],
    ['0', 1],
    ['-1', 1],
    ['1.5', 1],
    ['1e9', 1],
    ['x', 1],
  ])('%p → %p', (page, expected) => {
    expect(readPage({ page })).toBe(expected);
  });
});
