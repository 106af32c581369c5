import type { Words } from '#checks';
import { minutesInWords } from '../exhibitions/in-words.js';
import type { RotaWeights } from '../rota/index.js';
import { levelOf, type Level, type RotaSettings, type Weighed } from './domain/rota-settings.js';

/** What is weighed, as the form asks for it. */
export const weighedWords: Readonly<Record<Weighed, { readonly text: string; readonly hint: string }>> = {
  fairness: { text: 'Fair hours', hint: 'Everybody has as many hours as they wish, or as the others.' },
  preference: { text: 'Preferences', hint: 'People are on the stand when they would like to be.' },
  days: { text: 'Fewer days', hint: 'People need not travel for a day with little to do.' },
  change: { text: 'What is published stays', hint: 'People keep the shifts that they were told of.' },
};

export const levelWords: Readonly<Record<Level, string>> = {
  'not at all': 'Does not count',
  'a little': 'Counts a little',
  usual: 'Counts as usual',
  more: 'Counts more',
  most: 'Counts most',
};

/** "Counts more", or the weight itself where a program set one of its own. */
export const weightInWords = (name: Weighed, weight: number): string => {
  const level = levelOf(name, weight);
  return level === null ? `Weighs ${weight}` : levelWords[level];
};

/** Which of fair hours and preferences matters more, in a sentence. */
export function balanceInWords({ fairness, preference }: RotaWeights): string {
  if (fairness === 0 && preference === 0) return 'Neither fair hours nor preferences count.';
  if (preference === 0) return 'Fair hours count; preferences do not.';
  if (fairness === 0) return 'Preferences count; fair hours do not.';
  // An hour’s unfairness stands against one slot at another time than somebody prefers.
  if (fairness === preference) return 'Fair hours and preferences matter alike.';
  return fairness > preference
    ? 'Fair hours matter more than preferences.'
    : 'Preferences matter more than fair hours.';
}

export const settingsInWords = ({ rules, weights }: RotaSettings): Words => ({
  'Slots in a row at most': String(rules.maxConsecutiveSlots),
  'Break after that': minutesInWords(rules.breakMinutes),
  'Rest between days': minutesInWords(rules.restMinutes),
  'On the stand in a day at most': minutesInWords(rules.maxMinutesPerDay),
  'First-timers beside somebody experienced': String(rules.firstTimersPerExperienced),
  'Places that nobody covers': `Weigh ${weights.short}`,
  'Fair hours': weightInWords('fairness', weights.fairness),
  Preferences: weightInWords('preference', weights.preference),
  'Fewer days': weightInWords('days', weights.days),
  'What is published stays': weightInWords('change', weights.change),
});
