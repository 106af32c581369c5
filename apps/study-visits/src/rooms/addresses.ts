import { ownTravelPath } from '../travellers/addresses.js';
import { manageVisitPath } from '../visits/addresses.js';

/** The rooms of a visit for staff, or a part of them: `people`. */
export const roomsPath = (visitId: string, part?: string): string =>
  manageVisitPath(visitId, part === undefined ? 'rooms' : `rooms/${part}`);

/** A hotel of a visit, or a page of it: `list`. */
export const hotelPath = (visitId: string, hotelId: string, part?: string): string =>
  roomsPath(visitId, `hotels/${encodeURIComponent(hotelId)}${part === undefined ? '' : `/${part}`}`);

/** Somebody who needs a room, or a page of theirs: `move`. */
export const sleeperPath = (visitId: string, sleeperId: string, part?: string): string =>
  roomsPath(visitId, `people/${encodeURIComponent(sleeperId)}${part === undefined ? '' : `/${part}`}`);

/** Where a traveller says what they need of a room, by their own link. */
export const ownRoomingPath = (secret: string): string => ownTravelPath(secret, 'rooming');
