import fc from 'fast-check';
import {
  invoiceListAddress,
  invoiceSorts,
  invoiceStates,
  isFiltered,
  readInvoiceList,
  usualInvoices,
  type InvoiceList,
} from './invoice-list.js';

const queryOf = (address: string) => Object.fromEntries(new URL(address, 'http://localhost').searchParams);

const lists: fc.Arbitrary<InvoiceList> = fc.record({
  text: fc
    .string({ unit: 'grapheme', maxLength: 20 })
    .map((text) => text.replaceAll(/[\p{Cc}\p{Cs}]/gu, ' ').trim()),
  state: fc.constantFrom(...invoiceStates),
  isOrderMissing: fc.boolean(),
  occasionId: fc.option(fc.uuid()),
  sort: fc.record({
    key: fc.constantFrom(...invoiceSorts),
    direction: fc.constantFrom('ascending' as const, 'descending' as const),
  }),
  page: fc.integer({ min: 1, max: 10_000 }),
});

it('is read back from its address', () => {
  fc.assert(
    fc.property(lists, (list) => {
      expect(readInvoiceList(queryOf(invoiceListAddress('/invoices', list)))).toEqual(list);
    }),
  );
});

it('passes over what it does not know', () => {
  const query = {
    state: 'paid',
    sort: '-colour',
    page: '-3',
    conference: "x' OR 1=1",
    order: 'any',
    q: ['a\0b', 'c'],
  };
  expect(readInvoiceList(query)).toEqual({ ...usualInvoices, text: 'a b' });
});

it('is everything that is open unless something is asked for', () => {
  expect(invoiceListAddress('/invoices', usualInvoices)).toBe('/invoices');
  expect(isFiltered(usualInvoices)).toBe(false);
  expect(isFiltered({ ...usualInvoices, isOrderMissing: true })).toBe(true);
});
