import { attentionFor, type ToSeeTo } from './attention.js';

const nothing: ToSeeTo = {
  applied: 0,
  onReserve: 0,
  ordersMissing: 0,
  overdueInvoices: 0,
  overduePence: 0,
  openOffers: 0,
  waiting: 0,
  nameless: 0,
  limitsOver: [],
};

describe('what needs attention', () => {
  it('is nothing where all is well', () => {
    expect(attentionFor(nothing)).toEqual([]);
  });

  it('is told in words, what keeps people waiting first', () => {
    const texts = attentionFor({
      applied: 2,
      onReserve: 1,
      ordersMissing: 3,
      overdueInvoices: 2,
      overduePence: 117_000,
      openOffers: 4,
      waiting: 1,
      nameless: 1,
      limitsOver: [{ name: 'Hall', by: 3 }],
    }).map(({ text }) => text);
    expect(texts).toEqual([
      '2 applications to decide',
      '1 limit over by 3: Hall',
      '1 delegate to be replaced',
      '2 invoices overdue, £1,170.00',
      '3 purchase orders missing',
      '4 offers open',
      '1 party on the waiting list',
      '1 delegate on the reserve',
    ]);
  });

  it('says how much is too much in all of several limits', () => {
    const limitsOver = [
      { name: 'Hall', by: 3 },
      { name: 'Dinner', by: 2 },
    ];
    expect(attentionFor({ ...nothing, limitsOver })).toEqual([
      { text: '2 limits over, by 5 together', part: 'pools' },
    ]);
  });
});
