import fc from 'fast-check';
import { accepted } from '#checks';
import { checkTicket, longestName, mostPerBooking, type TicketInput } from './ticket-details.js';
import { amountInWords, ticketWords, vatInWords } from './ticket-words.js';

const dates = ['2027-10-09', '2027-10-10', '2027-10-11'];

const ticket: TicketInput = {
  kind: 'ticket',
  name: ' Both  days ',
  description: '',
  days: [],
  format: 'in-person',
  vatBasisPoints: accepted(2000),
  hidden: false,
  least: accepted(1),
  most: accepted(null),
  needsApproval: false,
  onSaleFrom: accepted(null),
  onSaleUntil: accepted(null),
  prices: accepted([]),
};

it('is tidied: blanks in the name, days in order, all days as none named', () => {
  expect(checkTicket({ ...ticket, days: ['2027-10-11', '2027-10-09'] }, dates)).toMatchObject({
    ok: true,
    value: { name: 'Both days', days: ['2027-10-09', '2027-10-11'] },
  });
  expect(checkTicket({ ...ticket, days: dates }, dates)).toMatchObject({ ok: true, value: { days: [] } });
});

it('takes every least and most that go together, and no others', () => {
  const number = fc.integer({ min: -5, max: mostPerBooking + 5 });
  fc.assert(
    fc.property(number, number, (least, most) => {
      const checked = checkTicket({ ...ticket, least: accepted(least), most: accepted(most) }, dates);
      const isSound =
        least >= 0 && least <= mostPerBooking && most >= 1 && most <= mostPerBooking && least <= most;
      expect(checked.ok).toBe(isSound);
    }),
  );
});

it('takes every rate of VAT from nothing to all, in hundredths of a per cent', () => {
  fc.assert(
    fc.property(fc.integer({ min: -100, max: 10_100 }), (points) => {
      const checked = checkTicket({ ...ticket, vatBasisPoints: accepted(points) }, dates);
      expect(checked.ok).toBe(points >= 0 && points <= 10_000);
    }),
  );
});

it.each([
  ['kind', { kind: 'bundle' }],
  ['name', { name: 'x'.repeat(longestName + 1) }],
  ['name', { name: 'two\nlines' }],
  ['days', { days: ['2027-10-12'] }],
  ['format', { format: 'by post' }],
  ['vatBasisPoints', { vatBasisPoints: accepted(17.5) }],
  ['onSaleUntil', { onSaleFrom: accepted('2027-02-01'), onSaleUntil: accepted('2027-01-31') }],
])('says what is wrong at %s', (field, different) => {
  expect(checkTicket({ ...ticket, ...different }, dates)).toMatchObject({ ok: false, problems: [{ field }] });
});

it('says everything that is wrong at once', () => {
  const checked = checkTicket({ ...ticket, name: '', format: '', kind: '' }, dates);
  expect(checked.ok ? [] : checked.problems.map(({ field }) => field)).toEqual(['kind', 'name', 'format']);
});

it.each([
  [0, null, 'any number'],
  [2, null, 'at least 2'],
  [1, 6, 'at most 6'],
  [2, 6, 'from 2 to 6'],
  [3, 3, 'exactly 3'],
])('%d to %s is “%s”', (least, most, words) => {
  expect(amountInWords(least, most)).toBe(words);
});

it('has words for its VAT and its prices', () => {
  expect([vatInWords(1750), vatInWords(0)]).toEqual(['17.5%', 'No VAT']);
  const checked = checkTicket(ticket, dates);
  if (!checked.ok) throw new Error('the ticket is sound');
  const prices = [
    { category: 'full', until: '2027-01-31', pence: 100 },
    { category: 'full', until: '9999-12-31', pence: 200 },
  ] as const;
  const words = ticketWords(
    { ...checked.value, prices },
    { day: (day) => day, money: (pence) => `${pence}p` },
  );
  expect(words).toMatchObject({
    'Price: full member, until 2027-01-31': '100p',
    'Price: full member': '200p',
  });
});
