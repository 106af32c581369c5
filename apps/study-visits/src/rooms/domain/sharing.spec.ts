import type { SharingWish } from './problem.js';
import { sharedBeds } from './sharing.js';

const who = (id: string, wish: SharingWish) => ({ id, wish });

describe('sharing', () => {
  it('is what both stated, in the same way', () => {
    const ann = who('ann', { kind: 'twin', with: 'bo' });
    expect(sharedBeds(ann, who('bo', { kind: 'twin', with: 'ann' }))).toBe('apart');
    expect(sharedBeds(ann, who('bo', { kind: 'any', with: ['cy', 'ann'] }))).toBe('apart');
    expect(sharedBeds(ann, who('bo', { kind: 'any', with: ['cy'] }))).toBeNull();
    expect(sharedBeds(ann, who('bo', { kind: 'double', with: 'ann' }))).toBeNull();
    expect(sharedBeds(ann, who('bo', { kind: 'single' }))).toBeNull();
  });

  it('is of one bed where both say so, and never with oneself', () => {
    const [ann, bo] = [
      who('ann', { kind: 'double', with: 'bo' }),
      who('bo', { kind: 'double', with: 'ann' }),
    ];
    expect(sharedBeds(ann, bo)).toBe('together');
    const alone = who('ann', { kind: 'twin', with: 'ann' });
    expect(sharedBeds(alone, alone)).toBeNull();
  });
});
