import fc from 'fast-check';
import { applicationKinds, applicationStatuses } from './application.js';
import { isWhole, listQuery, readListFilter, sortKeys } from './list-filter.js';

describe('which applications staff see', () => {
  it('is all that stand, by name, unless told', () => {
    const plain = readListFilter({});
    expect(plain).toEqual({
      words: '',
      status: null,
      kind: null,
      organisation: '',
      sort: 'name',
      isDescending: false,
    });
    expect([isWhole(plain), listQuery(plain)]).toEqual([true, '']);
  });

  it('knows nothing that is not there', () => {
    const odd = readListFilter({ status: 'gone', kind: ['press', 'member'], sort: 'secret', q: 'a\0b' });
    expect(odd).toMatchObject({ status: null, kind: 'press', sort: 'name', words: 'ab' });
  });

  it('stands in an address and is read from it as it was', () => {
    const filter = fc.record({
      words: fc.string({ maxLength: 50 }).map((text) => text.replaceAll('\0', '').trim()),
      status: fc.option(fc.constantFrom(...applicationStatuses)),
      kind: fc.option(fc.constantFrom(...applicationKinds)),
      organisation: fc.constantFrom('', 'Rochdale & Co', '100%'),
      sort: fc.constantFrom(...sortKeys),
      isDescending: fc.boolean(),
    });
    fc.assert(
      fc.property(filter, (given) => {
        const read = readListFilter(Object.fromEntries(new URLSearchParams(listQuery(given))));
        expect(read).toEqual(given);
      }),
    );
  });
});
