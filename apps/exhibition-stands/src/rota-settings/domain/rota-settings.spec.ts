import { describe, expect, it } from '@jest/globals';
import { accepted } from '#checks';
import { usualRules, usualWeights } from '../../rota/domain/problem.js';
import { balanceInWords } from '../in-words.js';
import { checkRotaSettings, levelOf, levels, weighed } from './rota-settings.js';

const given = (rules: object, weights: object) =>
  checkRotaSettings({
    rules: {
      maxConsecutiveSlots: accepted(2),
      breakMinutes: accepted(30),
      restMinutes: accepted(660),
      maxMinutesPerDay: accepted(480),
      firstTimersPerExperienced: accepted(1),
      ...rules,
    },
    weights: {
      short: accepted(1000),
      fairness: accepted(4),
      preference: accepted(1),
      days: accepted(2),
      change: accepted(20),
      ...weights,
    },
  });

describe('the rules and weights of a rota', () => {
  it('are whole and plausible, so that the best rota can be proven', () => {
    expect(given({}, {}).ok).toBe(true);
    const wrong = given(
      { maxConsecutiveSlots: accepted(0) },
      { fairness: accepted(1.5), short: accepted(1) },
    );
    expect(wrong.ok ? [] : wrong.problems.map(({ field }) => field)).toEqual([
      'rules.maxConsecutiveSlots',
      'weights.short',
      'weights.fairness',
    ]);
  });

  it('have the usual level as it is, and each level a weight of its own', () => {
    for (const name of weighed) {
      expect(levelOf(name, usualWeights[name])).toBe('usual');
      const values = Object.values(levels[name]);
      expect(new Set(values).size).toBe(values.length);
      expect(values.every((value) => given({}, { [name]: accepted(value) }).ok)).toBe(true);
    }
    expect(levelOf('fairness', 7)).toBeNull();
    expect(usualRules.maxConsecutiveSlots).toBe(2);
  });

  it('say which of fair hours and preferences matters more', () => {
    const words = (fairness: number, preference: number) =>
      balanceInWords({ ...usualWeights, fairness, preference });
    expect(words(4, 1)).toBe('Fair hours matter more than preferences.');
    expect(words(2, 12)).toBe('Preferences matter more than fair hours.');
    expect(words(4, 4)).toBe('Fair hours and preferences matter alike.');
    expect(words(0, 4)).toBe('Preferences count; fair hours do not.');
    expect(words(4, 0)).toBe('Fair hours count; preferences do not.');
    expect(words(0, 0)).toBe('Neither fair hours nor preferences count.');
  });
});
