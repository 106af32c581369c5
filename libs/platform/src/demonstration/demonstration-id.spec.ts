import { describe, expect, it } from '@jest/globals';
import { demonstrationId } from './demonstration-id.js';

describe('demonstrationId', () => {
  it('is the same for the same thing, on every machine and day', () => {
    expect(demonstrationId('organisation', 'Example Council')).toBe(
      demonstrationId('organisation', 'Example Council'),
    );
    expect(demonstrationId('person', 'sam.staff@example.org')).toBe('40e0bb67-6da3-5b70-b466-adaa929e8866');
  });

  it('is another for another thing', () => {
    const ids = [
      demonstrationId('organisation', 'a'),
      demonstrationId('organisation', 'b'),
      demonstrationId('person', 'a'),
    ];
    expect(new Set(ids).size).toBe(3);
  });
});
