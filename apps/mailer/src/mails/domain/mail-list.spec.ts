import fc from 'fast-check';
import { isFiltered, mailListAddress, readMailList } from './mail-list.js';
import { mailStatuses } from './mail-status.js';

describe('a list of mails in an address', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[!-~]{0,40}$/),
        fc.option(fc.constantFrom(...mailStatuses)),
        fc.option(fc.uuid()),
        fc.option(fc.uuid()),
        fc.integer({ min: 1, max: 10_000 }),
        (address, status, person, mailing, page) => {
          const list = { address, status, person, mailing, page };
          const { searchParams } = new URL(mailListAddress('https://x.example/mail', list));
          expect(readMailList(Object.fromEntries(searchParams))).toEqual(list);
        },
      ),
    );
  });

  it('is the whole list when the address says nothing, or nothing that is known', () => {
    const whole = { address: '', status: null, person: null, mailing: null, page: 1 };
    expect(readMailList({})).toEqual(whole);
    expect(readMailList({ status: 'lost', person: 'sam', mailing: `'`, page: '-3' })).toEqual(whole);
    expect(readMailList({ page: '1e9', address: ['', 'b'] })).toEqual(whole);
    expect(mailListAddress('/mail', whole)).toBe('/mail');
    expect(isFiltered(whole)).toBe(false);
    expect(isFiltered({ ...whole, status: 'sent' })).toBe(true);
  });

  it('holds no control characters, which the database would not take', () => {
    expect(readMailList({ address: 'a\0b' }).address).toBe('a b');
  });
});
