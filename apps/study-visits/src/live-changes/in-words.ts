import { plural, shortened } from '#ui';
import type { ItemChange } from '../itinerary/domain/published.js';
import type { LiveWay } from './domain/live-change.js';

/** What staff press to change something. */
export const wayWords: Readonly<Record<LiveWay, string>> = {
  'later-15': '15 minutes later',
  'later-30': '30 minutes later',
  'later-60': '1 hour later',
  time: 'At another time',
  place: 'Elsewhere',
  off: 'Call it off',
  on: 'It takes place after all',
  back: 'Take the last change back',
  'as-planned': 'Tell them what it says now',
};

/** What was done, once it is: "30 minutes later". */
export const doneWords: Readonly<Record<LiveWay, string>> = {
  ...wayWords,
  time: 'at another time',
  place: 'elsewhere',
  off: 'called off',
  on: 'takes place after all',
  back: 'the change before taken back',
  'as-planned': 'as it was planned anew',
};

/** "Lunch is 30 minutes later"; "Lunch is called off": for the subject of a mail, which is read on a locked phone. */
export function changeInShort({ title, what, changes }: ItemChange): string {
  const name = `“${shortened(title, 80)}”`;
  if (what === 'removed') return `${name} is called off`;
  if (what === 'added') return `${name} takes place`;
  const fields = new Set(changes.map(({ field }) => field));
  const [isMoved, isElsewhere] = [fields.has('When'), fields.has('Where')];
  if (isMoved && isElsewhere) return `${name} is at another time, elsewhere`;
  if (isMoved) return `${name} is at another time`;
  return isElsewhere ? `${name} is elsewhere` : `${name} is different`;
}

/** What the button says that does it: "Call it off and tell 3 travellers". */
export function tellLabel(way: LiveWay, travellers: number): string {
  const verb = way === 'off' ? 'Call it off' : 'Change it';
  return travellers === 0
    ? `${verb}; no traveller is concerned`
    : `${verb} and tell ${plural(travellers, 'traveller')}`;
}
