import { shiftInWords } from '../published/pages/shift-words.js';
import type { LapseReason, Swap, SwapStatus, SwapWish } from './domain/swap.js';

/** Names of a team, by their ids in it. */
export type Names = ReadonlyMap<string, string>;

export const nameIn = (names: Names, id: string): string => names.get(id) ?? 'Somebody who has left';

/** What each of the two gives. */
export interface Gives {
  /** `null`: nothing. */
  readonly asker: string;
  readonly other: string | null;
}

/** "Sunday 26 September 2027, 9am to 11am" for each of the two. @param zone IANA */
export const givesInWords = ({ given, taken }: Pick<SwapWish, 'given' | 'taken'>, zone: string): Gives => ({
  asker: shiftInWords(given, zone),
  other: taken === null ? null : shiftInWords(taken, zone),
});

/** What has become of it, as a tag says. */
export const statusWords: Readonly<Record<SwapStatus, string>> = {
  asked: 'Asked',
  agreed: 'To approve',
  done: 'Swapped',
  declined: 'Declined',
  refused: 'Not approved',
  withdrawn: 'Withdrawn',
  lapsed: 'Lapsed',
};

/** Why it lapsed, as a sentence. */
export const lapseWords: Readonly<Record<LapseReason, string>> = {
  begun: 'The first of the shifts began before it was settled.',
  gone: 'Somebody does not have the shift any more that they would have given.',
  changed: 'One of the shifts is at another time now.',
  left: 'Whoever was asked does not help any more.',
};

/** What has become of it, as one of the two reads it. */
export function standsInWords(swap: Swap, as: 'asker' | 'other', names: Names): string {
  const [asker, other] = [nameIn(names, swap.askerId), nameIn(names, swap.otherId)];
  switch (swap.status) {
    case 'asked':
      return as === 'asker' ? `${other} has not answered yet. Until then nothing changes.` : '';
    case 'agreed':
      return `${as === 'asker' ? `${other} says yes` : 'You have said yes'}. Whoever looks after the stand has to approve it; until then nothing changes.`;
    case 'done':
      return swap.taken === null
        ? `${as === 'asker' ? `${other} has your shift now` : 'The shift is yours now'}. A mail with the change for your calendar is on its way.`
        : 'You have swapped. A mail with the change for your calendar is on its way.';
    case 'declined':
      return as === 'asker'
        ? `${other} cannot. Nothing has been swapped.`
        : 'You have said no. Nothing has been swapped.';
    case 'refused':
      return 'Whoever looks after the stand has not approved it. Nothing has been swapped.';
    case 'withdrawn':
      if (swap.decidedName !== null)
        return 'Whoever looks after the stand has ended this. Nothing has been swapped.';
      return as === 'asker'
        ? 'You have withdrawn this. Nothing has been swapped.'
        : `${asker} has withdrawn this. Nothing has been swapped, and you need not do anything.`;
    case 'lapsed':
      return `Nothing has been swapped. ${swap.lapsedWhy === null ? '' : lapseWords[swap.lapsedWhy]}`;
  }
}
