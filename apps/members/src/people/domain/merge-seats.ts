import { Temporal } from 'temporal-polyfill';
import type { Seat } from './person.js';
import { inOrder, overlap } from './seats.js';

/**
 * The seats of two records as those of one person, who sits on a board once at a time. Every day on which either sat on a
 * board is a day on which the person did. Where both did, a position counts more than none, and the kept record's more
 * than the other's.
 *
 * @param newId gives ids to the later parts of a term that is cut by another
 */
export function joinSeats(kept: readonly Seat[], gone: readonly Seat[], newId: () => string): Seat[] {
  const hasPosition = ({ position }: Seat) => position !== null;
  const lacksPosition = ({ position }: Seat) => position === null;
  const byWeight = [
    ...kept.filter(hasPosition),
    ...gone.filter(hasPosition),
    ...kept.filter(lacksPosition),
    ...gone.filter(lacksPosition),
  ];
  const joined: Seat[] = [];
  for (const seat of byWeight) {
    const parts = joined.reduce((left, other) => left.flatMap((part) => without(part, other)), [seat]);
    joined.push(...parts.map((part, index) => (index === 0 ? part : { ...part, id: newId() })));
  }
  return inOrder(joined);
}

/** What of a seat's term is outside another's on the same board: nothing, one part or two. */
function without(seat: Seat, other: Seat): Seat[] {
  if (seat.board !== other.board || !overlap(seat, other)) return [seat];
  const parts: Seat[] = [];
  if (seat.startsOn < other.startsOn) parts.push({ ...seat, endsOn: dayFrom(other.startsOn, -1) });
  if (other.endsOn !== null && (seat.endsOn === null || other.endsOn < seat.endsOn)) {
    parts.push({ ...seat, startsOn: dayFrom(other.endsOn, 1) });
  }
  return parts;
}

function dayFrom(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}
