import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { samplePerson, sampleProblem, sampleSlot } from '../../rota/testing/sample-problem.js';
import type { Place } from './draft.js';
import { changedInputs, filledDraft } from './fill-outcome.js';

const place = (shift: string, member: string, about: Partial<Place> = {}): Place => ({
  shift,
  member,
  isLead: false,
  isPinned: false,
  source: 'hand',
  ...about,
});
const facts = {
  needed: new Map([
    ['s1', 1],
    ['s2', 0],
  ]),
  canLead: ['ann', 'ben'],
};
const forbidden = [{ shift: 's2', member: 'cas' }];

describe('what a fill found', () => {
  it('replaces all that is not pinned; what is pinned stays as it was, though it was not found', () => {
    const pin = place('s1', 'ben', { isPinned: true, isLead: true });
    const draft = { places: [pin, place('s1', 'cas'), place('s2', 'ann')], forbidden };
    const found = [
      { person: 'ann', slot: 's2' },
      { person: 'ann', slot: 's1' },
      { person: 'dee', slot: 'gone' },
    ];
    expect(filledDraft(draft, found, facts)).toEqual({
      places: [pin, place('s2', 'ann'), place('s1', 'ann', { source: 'fill' })],
      forbidden,
    });
  });

  it('has pins once where they were found, too, and gives each shift its leads', () => {
    const draft = { places: [place('s1', 'cas', { isPinned: true })], forbidden: [] };
    const found = ['cas', 'ben'].map((person) => ({ person, slot: 's1' }));
    expect(filledDraft(draft, found, facts).places).toEqual([
      place('s1', 'cas', { isPinned: true }),
      place('s1', 'ben', { source: 'fill', isLead: true }),
    ]);
  });

  it('is told which of all that it was made from is another', () => {
    const before = sampleProblem({ people: [samplePerson('ann')], slots: [sampleSlot(27, 9)] });
    const changed = (about: object, basis: 'published' | 'draft' = 'draft') =>
      changedInputs(before, { ...before, ...about }, basis, isDeepStrictEqual);
    expect(changed({ settledBefore: '2026-09-27T09:00:00Z' }, 'published')).toEqual([]);
    expect(changed({ published: [] })).toEqual([]);
    expect(changed({ published: [], slots: [] }, 'published')).toEqual([
      'the shifts',
      'what people were told',
    ]);
    const all = { people: [], slots: [], rules: {}, weights: {}, pinned: [1], forbidden: [1] };
    expect(changed(all)).toEqual([
      'who is on the team, or when they can',
      'the shifts',
      'the rules or the passes of a day',
      'what matters more',
      'what is pinned',
      'who is ruled out where',
    ]);
  });
});
