import type { Again, Fair } from './domain/feedback.js';
import type { Turnout } from './domain/hours.js';
import type { NoteKind } from './domain/note.js';

/** Whose hours count, for the pages and files that show them. */
export const hoursRule =
  'Whoever checked in for a shift stood all of it. On a day on which nobody checked in, everybody who had a shift is taken to have stood it; on the other days, whoever did not check in is taken not to have come. Hours are those that passed, also in a night in which the clock changes.';

export const turnoutWords: Readonly<Record<Turnout, string>> = {
  stood: 'Stood it',
  'no-show': 'Did not come',
  'dropped-out': 'Dropped out',
  'to-come': 'To come',
};

export const noteKindWords: Readonly<Record<NoteKind, string>> = {
  keep: 'Keep',
  change: 'Change',
  buy: 'Buy',
  contact: 'Contact',
  other: 'Other',
};

export const ratingWords = ['Very poor', 'Poor', 'All right', 'Good', 'Very good'] as const;

export const fairWords: Readonly<Record<Fair, string>> = { yes: 'Yes', partly: 'Partly', no: 'No' };

export const againWords: Readonly<Record<Again, string>> = { yes: 'Yes', maybe: 'Maybe', no: 'No' };
