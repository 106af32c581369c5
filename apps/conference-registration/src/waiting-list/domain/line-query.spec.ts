import { lineAddress, readLineQuery } from './line-query.js';

const read = (address: string) =>
  readLineQuery(Object.fromEntries(new URL(address, 'http://there').searchParams));

describe('the address of a waiting list', () => {
  it.each([
    [{ state: 'now', page: 1 }, '/list'],
    [{ state: 'now', page: 3 }, '/list?page=3'],
    [{ state: 'past', page: 1 }, '/list?state=past'],
    [{ state: 'past', page: 2 }, '/list?state=past&page=2'],
  ] as const)('says which part of it: %j', (query, address) => {
    expect(lineAddress('/list', query)).toBe(address);
    expect(read(address)).toEqual(query);
  });

  it.each(['?state=never', '?page=0', '?page=-1', '?page=1.5', '?page=x', '?page=99999999'])(
    'passes over what it does not know: %s',
    (rest) => {
      expect(read(`/list${rest}`)).toEqual({ state: 'now', page: 1 });
    },
  );
});
