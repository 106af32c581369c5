import { listInWords, plural } from '#ui';
import {
  couldCover,
  ruleNames,
  whyNotWords,
  type PersonReason,
  type RotaAnswer,
  type RotaRule,
  type ShortReason,
} from '../rota/index.js';
import { durationWords } from './shift-words.js';

/** How good a rota is that was found: "Best possible: proven." */
export function qualityWords({ status, gap, ended, seconds }: RotaAnswer): string {
  if (status === 'infeasible') return 'There is no rota with what is pinned.';
  if (status === 'proven') return `Best possible: proven, after ${secondsWords(seconds)}.`;
  const percent = (gap * 100).toLocaleString('en-GB', { maximumSignificantDigits: 2 });
  return `Within ${percent}% of the best possible when ${endWords[ended]}, after ${secondsWords(seconds)}.`;
}

const endWords: Readonly<Record<RotaAnswer['ended'], string>> = {
  finished: 'the search ended',
  time: 'time ran out',
  memory: 'the search had used the memory that it may have',
  cancelled: 'it was stopped',
};

/** "0.7 seconds", "32 seconds" */
const secondsWords = (seconds: number): string =>
  seconds < 10 ? `${seconds.toFixed(1)} seconds` : `${Math.round(seconds)} seconds`;

/** Why a shift stays short: for each reason, who; the reason of most first. */
export function shortWords(reason: ShortReason, nameOf: (id: string) => string): readonly string[] {
  if (reason.people.length === 0) return ['Nobody else is on the team.'];
  const groups = Map.groupBy(reason.people, ({ why }) => whyWords(why));
  return [...groups]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([words, people]) => {
      const names = people.map(({ id }) => nameOf(id));
      return names.length === 1
        ? `${names.join('')} ${words}.`
        : `${words.charAt(0).toUpperCase()}${words.slice(1)}: ${listInWords(names)}.`;
    });
}

const whyWords = (why: readonly RotaRule[]): string =>
  why.length === 0 ? couldCover : why.map((rule) => whyNotWords[rule]).join('; ');

/** Why somebody got what they got, in sentences. */
export function personWords(reason: PersonReason): readonly string[] {
  const { minutes, wishedMinutes, possible, pinned, preferred, days, against } = reason;
  const wish = wishedMinutes === null ? '' : ` They wished for ${durationWords(wishedMinutes)}.`;
  const kept = Object.entries(against)
    .toSorted(([, a], [, b]) => b - a)
    .map(([rule, count]) => `${nameOfRule(rule)} (${plural(count, 'shift')})`);
  return [
    `${durationWords(minutes)}${days > 0 ? ` on ${plural(days, 'day')}` : ''}.${wish}`,
    possible === 0
      ? 'There is no shift that they could be on.'
      : `By themselves they could be on ${plural(possible, 'shift')}.`,
    ...(pinned > 0 ? [`${plural(pinned, 'shift is', 'shifts are')} pinned by staff.`] : []),
    ...(preferred === null
      ? []
      : [`${plural(preferred, 'shift lies', 'shifts lie')} in times that they prefer.`]),
    ...(kept.length > 0 ? [`What keeps them from the others: ${listInWords(kept)}.`] : []),
  ];
}

const nameOfRule = (rule: string): string => {
  const found = Object.entries(ruleNames).find(([name]) => name === rule);
  return (found?.[1] ?? rule).toLowerCase();
};
