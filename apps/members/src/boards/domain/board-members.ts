import { holdsOn, type Seat } from '../../people/domain/person.js';
import { isChair } from '../../people/domain/seats.js';

/** A seat with whoever has it. */
export interface HeldSeat extends Seat {
  readonly personId: string;
  readonly personName: string;
}

/** A board's seats by when they are held. */
export interface BoardMembers {
  /** Those of today: the chair first, then other positions, then members by name. */
  readonly now: readonly HeldSeat[];
  /** The next to begin first. */
  readonly toCome: readonly HeldSeat[];
  /** The last to end first. */
  readonly past: readonly HeldSeat[];
}

const collator = new Intl.Collator('en-GB');

const rank = (seat: HeldSeat): number => {
  if (isChair(seat)) return 0;
  return seat.position === null ? 2 : 1;
};

/** @param today ISO date */
export function membersOn(seats: readonly HeldSeat[], today: string): BoardMembers {
  return {
    now: seats
      .filter((seat) => holdsOn(seat, today))
      .toSorted((a, b) => rank(a) - rank(b) || collator.compare(a.personName, b.personName)),
    toCome: seats
      .filter(({ startsOn }) => startsOn > today)
      .toSorted((a, b) => collator.compare(a.startsOn, b.startsOn)),
    past: seats
      .filter(({ endsOn }) => endsOn !== null && endsOn < today)
      .toSorted((a, b) => collator.compare(b.endsOn ?? '', a.endsOn ?? '')),
  };
}

/** Those who chair a board on the same day, if there are several; empty when there is one chair or none. */
export function chairsAtOnce(seats: readonly HeldSeat[]): readonly HeldSeat[] {
  const chairs = seats.filter(isChair);
  return chairs.length > 1 ? chairs : [];
}
