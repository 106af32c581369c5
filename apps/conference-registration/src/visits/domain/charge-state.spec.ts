import { chargeState } from './charge-state.js';

const state = (invoicedPence: number, creditedPence: number, outstandingPence: number) =>
  chargeState({ invoicedPence, creditedPence, outstandingPence });

describe('how a charge stands', () => {
  it('is issued until something is paid', () => {
    expect(state(50_000, 0, 50_000)).toBe('issued');
    expect(state(50_000, 0, 49_999)).toBe('part-paid');
    expect(state(50_000, 0, 0)).toBe('paid');
  });

  it('is of what is left where a part was credited', () => {
    expect(state(50_000, 20_000, 30_000)).toBe('issued');
    expect(state(50_000, 20_000, 29_999)).toBe('part-paid');
    expect(state(50_000, 20_000, 0)).toBe('paid');
  });

  it('is credited once all of it is, whether it was paid or not', () => {
    expect(state(50_000, 50_000, 0)).toBe('credited');
    expect(state(50_000, 49_999, 0)).toBe('paid');
  });
});
