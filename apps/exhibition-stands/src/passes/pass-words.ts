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
