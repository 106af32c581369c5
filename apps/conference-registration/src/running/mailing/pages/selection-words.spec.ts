import { readSelection } from '../selection.js';
import { selectionInWords } from './selection-words.js';

const dinner = '01a20383-9171-77f3-bd45-b07afc226d7c';
const names = {
  ticketTypes: [{ id: dinner, name: 'Civic dinner' }],
  organisations: [{ id: 'oldham', name: 'Oldham Council' }],
};

describe('those to whom a mail goes', () => {
  it.each([
    [{}, 'Delegates: confirmed'],
    [{ to: 'bookers', state: 'held' }, 'Those who booked: being filled in'],
    [{ to: 'delegates', state: 'current' }, 'Delegates: all but given up or cancelled'],
    [
      { to: 'bookers', ticket: dinner, organisation: 'oldham', order: 'missing', paid: 'no' },
      'Those who booked: confirmed, with Civic dinner, of Oldham Council, with a purchase order still missing, with something still to be paid',
    ],
  ])('are named: %j', (values, words) => {
    expect(selectionInWords(readSelection(values), names)).toBe(words);
  });
});
