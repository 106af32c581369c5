import type { PlaceHolder } from './place-holder.js';
import type { HolderState, ListedHolder } from './read-funding.js';

export const stateWords: Readonly<Record<HolderState, string>> = {
  selected: 'Has a place by the selection, not told yet',
  offered: 'Offered the place, not answered yet',
  travels: 'Travels',
};

/** By what a place in the list is found again. */
export const holderOf = ({ applicationId, travellerId }: ListedHolder): PlaceHolder | null =>
  travellerId !== null ? { travellerId } : applicationId === null ? null : { applicationId };
