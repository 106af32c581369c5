import type { z } from 'zod';
import { checkRooms } from '../checker/check-rooms.js';
import type { HotelInput } from '../domain/hotel-details.js';
import type { SleeperInput } from '../domain/sleeper-details.js';
import { problemOf, type Sleeper, type VisitRooms } from '../domain/visit-rooms.js';
import { agreedWith, violationWords } from '../in-words.js';
import { changeWords } from '../lists/list-files.js';
import type { RoomingList } from '../lists/rooming-lists.js';
import type { ShownSearch } from '../search/ask-for-rooms.js';
import type { hotelInput, ownRoomInput, sleeperInput } from './rooms.schema.js';

export const hotelInputOf = ({ kinds, ...details }: z.infer<typeof hotelInput>): HotelInput => ({
  ...details,
  kinds: kinds.map(({ type, accessible, rooms, pricePence }) => ({
    type,
    accessible,
    rooms: String(rooms),
    price: (pricePence / 100).toFixed(2),
  })),
});

export const ownInputOf = ({
  wish,
  ...said
}: z.infer<typeof ownRoomInput>): Omit<SleeperInput, 'nights'> => ({
  ...said,
  wish: wish ?? '',
  with: [],
});

export const sleeperInputOf = ({ wish, ...said }: z.infer<typeof sleeperInput>): SleeperInput => ({
  ...said,
  wish: wish ?? '',
});

/** Programs see versions from 1 on, as ETags have them: 1 where nothing was said. */
export const shownVersion = ({ version }: Pick<Sleeper, 'version'>): number => version + 1;

/** The version that is meant by one that a program saw. */
export const meantVersion = (shown: number): number => shown - 1;

const saidJson = (sleeper: Sleeper) => ({
  nights: sleeper.nights,
  wish: sleeper.wish?.kind ?? null,
  named: sleeper.named,
  needsAccessible: sleeper.needsAccessible,
  title: sleeper.title,
  forename: sleeper.forename,
  surname: sleeper.surname,
  note: sleeper.note,
  version: shownVersion(sleeper),
});

export const sleeperJson = (sleeper: Sleeper) => ({
  id: sleeper.id,
  name: sleeper.name,
  part: sleeper.part,
  ...saidJson(sleeper),
  with: sleeper.chosen,
  pin: sleeper.pin,
  unknown: sleeper.unknown,
});

export const ownRoomJson = (sleeper: Sleeper, rooms: VisitRooms) => ({
  ...saidJson(sleeper),
  sharesWith: agreedWith(rooms, sleeper).map(({ name }) => name),
});

export const searchJson = ({ search, isUsed }: ShownSearch) => ({
  id: search.id,
  status: search.status,
  quality: search.answer?.status ?? null,
  gap: search.answer?.gap ?? null,
  isUsed,
  error: search.error,
  missing: search.answer?.missing ?? [],
});

export function roomsJson(rooms: VisitRooms, last: ShownSearch | null) {
  const { violations, parts } = checkRooms(problemOf(rooms), rooms.stays);
  return {
    nights: rooms.nights,
    hotels: rooms.hotels,
    people: rooms.sleepers.map(sleeperJson),
    stays: rooms.stays.map(({ traveller, night, offer, key }) => ({
      sleeperId: traveller,
      night,
      kindId: offer,
      key,
    })),
    costPence: parts.rooms,
    broken: violations.map((each) => ({ rule: each.rule, words: violationWords(rooms, each) })),
    lastSearch: last && searchJson(last),
  };
}

export const listJson = ({ lines, sent }: RoomingList) => ({
  lines: lines.map((marked) => ({ ...marked.line, mark: marked.mark, change: changeWords(marked) })),
  sent: sent.map(({ number, sentTo, sentAt }) => ({ number, sentTo, sentAt: sentAt.toISOString() })),
});
