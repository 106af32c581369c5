import { describe, expect, it } from '@jest/globals';
import { packingFrom } from './packing.js';

const use = (itemId: string, used: number, brought: number) => ({ itemId, used, brought });

describe('packing from what an earlier exhibition used', () => {
  it('takes what was used of what is used up, what was brought of what comes back', () => {
    const uses = [use('packs', 180, 250), use('banner', 0, 2), use('pens', -3, 0)];
    const levels = [
      { itemId: 'packs', placeId: 'office', quantity: 50 },
      { itemId: 'packs', placeId: 'box', quantity: 90 },
      { itemId: 'banner', placeId: 'stand', quantity: 2 },
    ];
    expect(packingFrom(uses, levels, ['office', 'box'])).toEqual([
      { itemId: 'packs', quantity: 180, fromPlaceId: 'box' },
      { itemId: 'banner', quantity: 2, fromPlaceId: 'office' },
    ]);
  });

  it('has nothing to take where there is no place', () => {
    expect(packingFrom([use('packs', 1, 1)], [], [])).toEqual([]);
  });
});
