import fc from 'fast-check';
import { historyDetails } from './history-words.js';

describe('what a line of a booking’s history says', () => {
  it.each([
    [{}, []],
    [{ number: 2, name: 'Xiu Example' }, ['Xiu Example (delegate 2)']],
    [{ number: 2, name: '' }, ['not named (delegate 2)']],
    [{ delegates: 3, grossPence: 23_400 }, ['3 delegates', '£234.00 with VAT']],
    [
      {
        delegates: [
          { number: 1, name: 'Ann', email: 'a@example.org' },
          { number: 2, name: 'Bo' },
        ],
      },
      ['Ann (delegate 1) and Bo (delegate 2)'],
    ],
    [{ before: { name: 'Ann' }, after: { name: 'Bo' } }, ['Was Ann, is Bo']],
    [{ before: null, after: 'PO-1' }, ['Was nothing, is PO-1']],
    [{ limits: [{ what: 'Hall', by: 2 }], reason: 'The speaker' }, ['Hall by 2', 'Reason: The speaker']],
    [{ before: ['Both days'], after: [] }, ['Was Both days, is nothing']],
  ])('%j', (details, words) => {
    expect(historyDetails(details)).toEqual(words);
  });

  it('takes whatever there is', () => {
    fc.assert(
      fc.property(fc.object(), (details) =>
        historyDetails(details).every((each) => typeof each === 'string'),
      ),
    );
  });
});
