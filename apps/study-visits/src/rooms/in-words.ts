import { Temporal } from 'temporal-polyfill';
import { dateInWords, listInWords, plural } from '#ui';
import type { MissingRooms, RoomViolation } from './domain/answer.js';
import type { RoomType, SharingWish } from './domain/problem.js';
import { sharedBeds } from './domain/sharing.js';
import type { Pin, RoomKind, Sleeper, SleeperPart, VisitRooms } from './domain/visit-rooms.js';

export const typeNames: Readonly<Record<RoomType, string>> = {
  SG: 'Single',
  DB: 'Double, one bed',
  TW: 'Twin, two beds',
  TR: 'Triple',
  QD: 'Room for four',
};

export const partNames: Readonly<Record<SleeperPart, string>> = {
  delegate: 'Delegate',
  leader: 'Leader',
  driver: 'Driver or other',
};

/** "Twin, two beds, accessible" */
export const kindWords = ({ type, accessible }: Pick<RoomKind, 'type' | 'accessible'>): string =>
  `${typeNames[type]}${accessible ? ', accessible' : ''}`;

/** A night by the day on which it begins: "Sunday 11 March 2035". */
export const nightWords = (night: string): string => dateInWords(Temporal.PlainDate.from(night));

/** "11 Mar" */
export const shortNight = (night: string): string =>
  Temporal.PlainDate.from(night).toLocaleString('en-GB', { day: 'numeric', month: 'short' });

const nameIn = ({ sleepers }: VisitRooms, id: string): string =>
  sleepers.find((each) => each.id === id)?.name ?? 'somebody who no longer comes';

/** "Hotel Centrale", "Hotel Centrale, single" */
export function pinWords({ hotels }: VisitRooms, { hotelId, kindId }: Pin): string {
  const hotel = hotels.find(({ id }) => id === hotelId);
  const kind = hotel?.kinds.find(({ id }) => id === kindId);
  const name = hotel?.name ?? 'a hotel that there is no more';
  return kind ? `${name}, ${kindWords(kind).toLowerCase()}` : name;
}

const pinsOf = (rooms: VisitRooms, ids: readonly string[]): string =>
  listInWords(
    rooms.sleepers.flatMap(({ id, pin }) => (pin && ids.includes(id) ? [pinWords(rooms, pin)] : [])),
  );

/** What a rule that is broken means for people. */
export function violationWords(
  rooms: VisitRooms,
  { rule, travellers, night, offer, key }: RoomViolation,
): string {
  const who = listInWords(travellers.map((id) => nameIn(rooms, id)));
  const kinds = rooms.hotels.flatMap((hotel) => hotel.kinds.map((kind) => ({ hotel, kind })));
  const found = kinds.find(({ kind }) => kind.id === offer);
  const room = found ? `${key ?? kindWords(found.kind)} at ${found.hotel.name}` : 'a room';
  const when = night === null ? '' : ` in the night of ${nightWords(night)}`;
  switch (rule) {
    case 'no-room':
      return `${who}: no room${when}.`;
    case 'two-rooms':
      return `${who}: two rooms${when}.`;
    case 'not-staying':
      return `${who}: a room${when}, although they do not stay then.`;
    case 'unknown':
      return `${who}: a room that there is not${when}.`;
    case 'too-many':
      return found
        ? `${found.hotel.name} has not so many rooms of the kind “${kindWords(found.kind)}”${when}.`
        : `There are not so many rooms${when}.`;
    case 'too-full':
      return `${who} are more than ${room} has beds for${when}.`;
    case 'unstated':
      return `${who} would share ${room}${when}, and did not all state that they would share in this way.`;
    case 'wrong-beds':
      return `${who}: ${room} does not have the beds that are wanted${when}.`;
    case 'not-accessible':
      return `${who}: ${room} is not accessible${when}.`;
    case 'pinned':
      return `${who}: ${room}${when}, although pinned to ${pinsOf(rooms, travellers)}.`;
    case 'key':
      return `${room} would be two kinds of room at once${when}.`;
  }
}

/** "2 rooms: Single, in the night of Sunday 11 March 2035" */
export const missingWords = ({ night, type, accessible, rooms }: MissingRooms): string =>
  `${plural(rooms, 'room')} short in the night of ${nightWords(night)}: ${kindWords({ type, accessible })}`;

/** What somebody stated, to those who may read it: staff. */
export function wishWords(rooms: VisitRooms, wish: SharingWish | null): string {
  if (wish === null) return 'Nothing said yet: has a room alone';
  switch (wish.kind) {
    case 'single':
      return 'A room alone';
    case 'twin':
      return `Twin with ${nameIn(rooms, wish.with)}`;
    case 'double':
      return `Double, one bed, with ${nameIn(rooms, wish.with)}`;
    case 'any':
      return `Would share, two beds, with ${listInWords(
        wish.with.map((id) => nameIn(rooms, id)),
        'or',
      )}`;
  }
}

/** Those with whom somebody shares by what both stated. */
export const agreedWith = ({ sleepers }: VisitRooms, { id, wish }: Sleeper): readonly Sleeper[] =>
  sleepers.filter(
    (other) =>
      wish !== null &&
      other.wish !== null &&
      sharedBeds({ id, wish }, { id: other.id, wish: other.wish }) !== null,
  );

/** "£1,170.50" */
export const poundWords = (pence: number): string =>
  (pence / 100).toLocaleString('en-GB', { style: 'currency', currency: 'GBP' });
