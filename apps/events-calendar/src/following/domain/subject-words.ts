import type { Change, Changes } from './changes-between.js';
import type { DateChange } from './date-changes.js';

/** As much of a title as a subject has room for, in characters. */
const longestTitle = 150;

/** A title for subjects and lists, on one line and not longer than these show. */
export function shortTitle(title: string): string {
  const line = title.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
  const characters = [...line];
  if (characters.length <= longestTitle) return line;
  return `${characters
    .slice(0, longestTitle - 1)
    .join('')
    .trimEnd()}…`;
}

/** “25 new events in Webinars” */
export const newEventsInWords = (count: number, series: string): string =>
  `${count} new events in ${shortTitle(series)}`;

const standings = {
  'called-off': 'Called off',
  postponed: 'Postponed',
  'on-again': 'Takes place after all',
} as const;

const single: Readonly<Record<Change['what'], string>> = {
  time: 'New time',
  when: 'New date',
  dates: 'New dates',
  continued: 'New details for later dates',
  place: 'New place',
  joining: 'Link to join',
};

const ofOneDate: Readonly<Record<DateChange['what'], string>> = {
  'called-off': 'called off',
  'on-again': 'takes place after all',
  'left-out': 'does not take place',
  added: 'takes place too',
  moved: 'moved',
  place: 'new place',
  joining: 'link to join',
};

/** What is new, in a few words: “New time and place”, “Friday 12 March 2027 called off”. */
export function newsInWords({ standing, whole, dates }: Changes): string {
  if (standing !== null) return standings[standing];
  const [first] = whole;
  const [date, ...others] = dates;
  if (first === undefined) {
    if (date === undefined) return 'Changed';
    const days = new Set(dates.map(({ on }) => on));
    return others.length === 0 || days.size === 1
      ? `${date.on}${others.length === 0 ? ` ${ofOneDate[date.what]}` : ' changed'}`
      : `Changes of ${days.size} dates`;
  }
  if (whole.length === 1 && dates.length === 0) return single[first.what];
  const named = whole.map(({ what }) => what).filter((what) => what !== 'joining');
  if (dates.length > 0 || named.includes('continued')) return 'Changes';
  return named.length > 1 ? `${single[named[0] ?? 'place']} and place` : single[named[0] ?? 'joining'];
}

/** “New time: Annual Conference 2027” */
export const subjectOf = (changes: Changes, title: string): string =>
  `${newsInWords(changes)}: ${shortTitle(title)}`;

/** One change of one date as a line: “Friday 12 March 2027 is called off: the chair is ill.” */
export function dateInLine({ on, what, after }: DateChange): string {
  switch (what) {
    case 'called-off':
      return `${on} is called off: ${after}`;
    case 'on-again':
      return `${on} takes place after all: ${after}`;
    case 'left-out':
      return `${on}: it does not take place on this date.`;
    case 'added':
      return `${on} takes place too: ${after}`;
    case 'moved':
      return `${on} is now ${after}`;
    case 'place':
      return `${on} is somewhere else: ${after}`;
    case 'joining':
      return `${on}: ${after}`;
  }
}
