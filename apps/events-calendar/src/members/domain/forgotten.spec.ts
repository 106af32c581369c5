import { inWords, namesThem } from './forgotten.js';

const nothing = {
  feeds: 0,
  follows: 0,
  conferences: 0,
  shifts: 0,
  travels: 0,
  historyLines: 0,
  imports: 0,
  contacts: 0,
  record: false,
};

describe('what an erasure did, in words', () => {
  it.each([
    [nothing, 'nothing was kept of them'],
    [{ ...nothing, record: true }, 'record of what they may see deleted'],
    [
      { ...nothing, feeds: 1, follows: 1, historyLines: 2 },
      '1 calendar feed ended, 1 followed event or series forgotten, 2 names in events’ histories replaced',
    ],
    [
      {
        feeds: 2,
        follows: 3,
        conferences: 1,
        shifts: 2,
        travels: 1,
        historyLines: 1,
        imports: 1,
        contacts: 1,
        record: true,
      },
      '2 calendar feeds ended, 3 followed events and series forgotten, 1 conference no longer in their calendar, 2 shifts no longer in their calendar, 1 study visit no longer in their calendar, 1 name in events’ histories replaced, 1 name on imported files replaced, 1 event no longer names them as its contact, record of what they may see deleted',
    ],
  ])('%j', (forgotten, words) => {
    expect(inWords(forgotten)).toBe(words);
  });
});

describe('namesThem', () => {
  const isTheirs = (address: string) => address.toLowerCase() === 'ann@example.org';

  it.each([
    ['Ann Example, ann@example.org, 01234 567890', true],
    ['ANN@example.org', true],
    ['Ann <ann@example.org>', true],
    ['Joann, joann@example.org', false],
    ['ann@example.org.uk', false],
    ['', false],
  ])('%j: %s', (text, expected) => {
    expect(namesThem(text, isTheirs)).toBe(expected);
  });
});
