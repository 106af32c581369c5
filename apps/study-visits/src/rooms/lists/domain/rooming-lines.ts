import { Temporal } from 'temporal-polyfill';
import type { Hotel, VisitRooms } from '../../domain/visit-rooms.js';
import type { RoomingLine } from './rooming-line.js';

const paxNames = { delegate: 'Delegate', leader: 'Leader', driver: 'Driver' } as const;

const dayAfter = (night: string): string => Temporal.PlainDate.from(night).add({ days: 1 }).toString();

/** Who sleeps in a hotel, by room: a line for nights of somebody that follow on each other in one room. */
export function roomingLines({ nights, sleepers, stays }: VisitRooms, hotel: Hotel): readonly RoomingLine[] {
  const kinds = new Map(hotel.kinds.map((kind) => [kind.id, kind]));
  const lines = sleepers.flatMap((sleeper) => {
    const found: RoomingLine[] = [];
    for (const night of nights) {
      const stay = stays.find((each) => each.traveller === sleeper.id && each.night === night);
      const kind = kinds.get(stay?.offer ?? '');
      if (!stay || !kind) continue;
      const last = found.at(-1);
      if (last?.leaves === night && last.key === stay.key && last.type === kind.type) {
        found.splice(-1, 1, { ...last, leaves: dayAfter(night) });
        continue;
      }
      const isNamed = sleeper.surname !== '';
      found.push({
        sleeperId: sleeper.id,
        key: stay.key,
        type: kind.type,
        arrives: night,
        leaves: dayAfter(night),
        title: sleeper.title,
        forename: isNamed ? sleeper.forename : '',
        surname: isNamed ? sleeper.surname : sleeper.name,
        pax: paxNames[sleeper.part],
        note: sleeper.note,
      });
    }
    return found;
  });
  return lines.toSorted(
    (one, other) => one.key.localeCompare(other.key, 'en') || one.arrives.localeCompare(other.arrives),
  );
}
