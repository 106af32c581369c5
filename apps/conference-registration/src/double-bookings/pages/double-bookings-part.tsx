import { BookedTwice, commitmentInWords } from '#elsewhere';
import type { DoubleBookings } from '../find-double-bookings.js';

interface NamedDelegate {
  readonly id: string;
  readonly name: string;
}

interface DoubleBookingsPartProps {
  readonly delegates: readonly NamedDelegate[];
  readonly doubleBookings: DoubleBookings;
}

/** Who of some delegates is to be on a stand, or away, at the same time; nothing where nobody is. */
export function DoubleBookingsPart({ delegates, doubleBookings }: DoubleBookingsPartProps) {
  const sentences = delegates.flatMap(({ id, name }) =>
    (doubleBookings.get(id) ?? []).map((shift) => `${name} is ${commitmentInWords(shift)}.`),
  );
  return <BookedTwice heading="Booked twice" sentences={sentences} />;
}
