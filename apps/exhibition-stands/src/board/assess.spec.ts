import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkRota } from '../rota/index.js';
import { at, samplePerson, sampleProblem, sampleSlot } from '../rota/testing/sample-problem.js';
import { assess, candidatesFor } from './assess.js';
import type { Draft, Place } from './domain/draft.js';

const place = (shift: string, member: string): Place => ({
  shift,
  member,
  isLead: false,
  isPinned: false,
  source: 'hand',
});
const draftOf = (places: readonly Place[]): Draft => ({ places, forbidden: [] });

const problem = sampleProblem({
  people: [
    samplePerson('ana', { skills: ['lead'], wishedMinutes: 240 }),
    samplePerson('ben', { available: [{ from: at(27, 9), until: at(27, 12), preferred: true }] }),
    samplePerson('cas', { experienced: false }),
    samplePerson('dee', { busy: [{ from: at(27, 10), until: at(27, 11) }] }),
  ],
  slots: [9, 10, 11, 12].flatMap((hour) => [
    sampleSlot(27, hour, { need: 2 }),
    sampleSlot(28, hour, { leads: 1 }),
  ]),
  forbidden: [{ person: 'dee', slot: '27-12' }],
});

const slots = problem.slots.map(({ id }) => id);
const drafts = fc
  .uniqueArray(
    fc.record({ shift: fc.constantFrom(...slots), member: fc.constantFrom('ana', 'ben', 'cas', 'dee') }),
    { maxLength: 14, selector: ({ shift, member }) => `${shift} ${member}` },
  )
  .map((pairings) => draftOf(pairings.map(({ shift, member }) => place(shift, member))));

describe('a draft', () => {
  it('has a gap for each place that nobody has', () => {
    const { gaps } = assess(problem, draftOf([place('27-9', 'ana')]));
    expect(gaps).toHaveLength(8);
    expect(gaps.find(({ shift }) => shift === '27-9')).toEqual({ shift: '27-9', places: 1 });
  });

  it('has in what has begun whom people were told of, and no gaps there', () => {
    const begun = {
      ...problem,
      settledBefore: at(27, 10),
      published: [{ person: 'ben', slot: '27-9' }],
    };
    const { placements, gaps, score } = assess(begun, draftOf([place('27-9', 'ana'), place('27-10', 'ana')]));
    expect(placements).toEqual([
      { person: 'ben', slot: '27-9' },
      { person: 'ana', slot: '27-10' },
    ]);
    expect(gaps.map(({ shift }) => shift)).not.toContain('27-9');
    expect(score.violations).toEqual([]);
  });

  it('is marked with what the checker finds, and nothing else', () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        const all = draft.places.map(({ shift, member }) => ({ person: member, slot: shift }));
        expect(assess(problem, draft).score).toEqual(checkRota(problem, all));
      }),
    );
  });
});

describe('candidates', () => {
  it('are ranked: those who can and prefer it, then who has least, then the others with their rules', () => {
    const ranked = candidatesFor(problem, draftOf([place('27-9', 'ana')]), '27-10');
    expect(ranked.map(({ member, why }) => [member, why])).toEqual([
      ['ben', []],
      ['ana', []],
      ['cas', ['first-timer']],
      ['dee', ['busy']],
    ]);
  });

  it('count somebody who is to be replaced as gone', () => {
    const draft = draftOf([place('28-9', 'ana')]);
    expect(candidatesFor(problem, draft, '28-9').every(({ why }) => why.length > 0)).toBe(true);
    const instead = candidatesFor(problem, draft, '28-9', 'ana');
    expect(instead.map(({ member }) => member)).not.toContain('ana');
  });

  it('against whom nothing stands break no rule that was not broken before', () => {
    fc.assert(
      fc.property(drafts, fc.constantFrom(...slots), (draft, shift) => {
        const before = assess(problem, draft).score.violations.length;
        for (const { member, why } of candidatesFor(problem, draft, shift)) {
          const after = assess(problem, draftOf([...draft.places, place(shift, member)])).score.violations;
          if (why.length === 0) expect(after.length).toBeLessThanOrEqual(before);
        }
      }),
    );
  });
});
