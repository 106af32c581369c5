import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { offeredPrice } from './offered-tickets.js';

const day = (text: string) => Temporal.PlainDate.from(text);

const ticket = {
  prices: [
    { category: 'full', until: '9999-12-31', pence: 19_500 },
    { category: 'full', until: '2027-03-31', pence: 17_000 },
    { category: 'full', until: '2027-01-31', pence: 15_000 },
    { category: 'supporter', until: '2027-03-31', pence: 5000 },
  ],
  allocations: [
    { id: 'a', ticketTypeId: 't', category: 'full', organisationId: null, places: 2 },
    { id: 'b', ticketTypeId: 't', category: 'associate', organisationId: null, places: 1 },
    { id: 'c', ticketTypeId: 't', category: null, organisationId: 'rochdale', places: 9 },
  ],
} as const;

describe('what a category is offered', () => {
  it.each([
    ['2027-01-31', 15_000, '2027-01-31', 17_000],
    ['2027-02-01', 17_000, '2027-03-31', 19_500],
    ['2027-04-01', 19_500, undefined, null],
  ])('on %s is the price that holds, until when, and what comes then', (on, pence, until, later) => {
    const price = offeredPrice(ticket, 'full', day(on));
    expect(price).toMatchObject({ category: 'full', pence, later, free: 2 });
    expect(price?.until?.toString()).toBe(until);
  });

  it('is the free places alone where it has no price', () => {
    expect(offeredPrice(ticket, 'associate', day('2027-02-01'))).toEqual({
      category: 'associate',
      pence: null,
      until: null,
      later: null,
      free: 1,
    });
  });

  it('is nothing where it has neither, or its last price has ended', () => {
    expect(offeredPrice(ticket, 'affiliate', day('2027-02-01'))).toBeNull();
    expect(offeredPrice(ticket, 'supporter', day('2027-03-31'))).toMatchObject({ pence: 5000, later: null });
    expect(offeredPrice(ticket, 'supporter', day('2027-04-01'))).toBeNull();
  });

  it('is on the day after an early price what was said would come then', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), (days) => {
        const price = offeredPrice(ticket, 'full', day('2026-11-01').add({ days }));
        if (!price?.until) return;
        expect(offeredPrice(ticket, 'full', price.until.add({ days: 1 }))?.pence).toBe(price.later);
      }),
    );
  });
});
