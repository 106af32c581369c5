import { ownTravelPath } from '../travellers/addresses.js';
import { manageVisitPath, visitPath } from '../visits/addresses.js';

/** What travellers learned, for staff, or one of the notes. */
export const notesPath = (visitId: string, travellerId?: string): string =>
  manageVisitPath(visitId, travellerId === undefined ? 'learning-notes' : `learning-notes/${travellerId}`);

/** Where a traveller writes down what they learned, or a step of it. */
export const ownNotePath = (secret: string, step?: string): string =>
  ownTravelPath(secret, step === undefined ? 'learning-note' : `learning-note/${step}`);

/** Where everybody reads what travellers learned. */
export const learningPath = (slug: string): string => `${visitPath(slug)}/learning`;
