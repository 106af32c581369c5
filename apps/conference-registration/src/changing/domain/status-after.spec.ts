import { statusAfter } from './status-after.js';

describe('statusAfter', () => {
  it.each([
    [['confirmed', 'cancelled', 'applied'], 'confirmed'],
    [['applied', 'reserve', 'cancelled'], 'applied'],
    [['cancelled', 'declined'], 'cancelled'],
  ] as const)('of %j is %s', (delegates, status) => {
    expect(statusAfter(delegates)).toBe(status);
  });
});
