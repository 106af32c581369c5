import type { TagColour } from '#ui';
import type { PassAct, PassState } from './domain/pass.js';

export const passWords: Readonly<Record<PassState, string>> = {
  none: 'None',
  applied: 'Applied',
  'photo-accepted': 'Photo accepted',
  issued: 'Issued',
  collected: 'Collected',
  refused: 'Refused',
};

export const passColours: Readonly<Record<PassState, TagColour>> = {
  none: 'grey',
  applied: 'yellow',
  'photo-accepted': 'blue',
  issued: 'green',
  collected: 'teal',
  refused: 'red',
};

/** What a button says. */
export const actWords: Readonly<Record<PassAct, string>> = {
  apply: 'Applied for',
  'accept-photo': 'Photo was accepted',
  issue: 'Issued',
  collect: 'Collected',
  refuse: 'Refused by the host',
  'step-back': 'One step back',
  withdraw: 'Not applied for after all',
};

/** The same to the person whose pass it is. */
export const passWordsForOwner: Readonly<Record<PassState, string>> = {
  ...passWords,
  none: 'Not applied for yet',
  applied: 'Applied for',
  issued: 'Ready to be collected',
};

/** What they are to do. */
export const whatToDo: Readonly<Record<PassState, string>> = {
  none: 'Nothing to do for you: we apply for it.',
  applied: 'If the host writes to you for a photo, send it soon: there is no pass without one.',
  'photo-accepted': 'Nothing to do for you: the host makes the pass.',
  issued: 'Collect it before your first shift of the day, and bring what proves who you are.',
  collected: 'Wear it: without it you are not let in.',
  refused: 'You are not let in on this day. Write to whoever looks after the stand about it.',
};
