import {
  accepted,
  checkOptionalText,
  problemsOf,
  refuse,
  refused,
  type Checked,
  type FieldProblem,
} from '#checks';

/** That somebody is on a leg: what was booked for them. */
export interface LegPlace {
  readonly travellerId: string;
  readonly bookingReference: string | null;
  /** "12A"; no two of a leg have the same. */
  readonly seat: string | null;
}

/** The same as a form or a program gives it. */
export type PlaceInput = LegPlace;

/** The field of a traveller's own part of a list. */
export const placeField = (travellerId: string, part: 'on' | 'seat' | 'bookingReference'): string =>
  `${part}.${travellerId}`;

/**
 * Who is on a leg: no seat twice, nobody twice, and not more people than there are seats.
 *
 * @param input all who are to be on it
 * @param seats `null`: nobody counts them
 * @returns problems at each traveller's `seat.` and `bookingReference.`, or at `seats`
 */
export function checkPlaces(
  input: readonly PlaceInput[],
  seats: number | null,
): Checked<readonly LegPlace[]> {
  const checks = input.map(checkPlace);
  const places = checks.flatMap((check) => (check.ok ? [check.value] : []));
  const problems = [...problemsOf(...checks), ...twice(places)];
  if (new Set(input.map(({ travellerId }) => travellerId)).size < input.length) {
    problems.push({ field: '', code: 'twice', message: 'Somebody is on the list twice.' });
  }
  if (seats !== null && input.length > seats) {
    problems.push({
      field: 'seats',
      code: 'leg-full',
      message: `There ${seats === 1 ? 'is 1 seat' : `are ${seats} seats`}, and ${input.length} people are to travel. Take some off, or enter more seats.`,
    });
  }
  return problems.length > 0 ? refused(...problems) : accepted(places);
}

function checkPlace({ travellerId, ...input }: PlaceInput): Checked<LegPlace> {
  const at = (part: 'seat' | 'bookingReference') => placeField(travellerId, part);
  const bookingReference = checkOptionalText(input.bookingReference, at('bookingReference'), { longest: 40 });
  const seat = checkOptionalText(input.seat, at('seat'), { longest: 10 });
  if (!bookingReference.ok || !seat.ok) return refused(...problemsOf(bookingReference, seat));
  // "12 a" and "12A" are one seat.
  const tidied = seat.value?.replaceAll(/\s+/g, '').toUpperCase() ?? null;
  return accepted({ travellerId, bookingReference: bookingReference.value, seat: tidied });
}

function twice(places: readonly LegPlace[]): FieldProblem[] {
  const seated = places.filter(({ seat }) => seat !== null);
  return [...Map.groupBy(seated, ({ seat }) => seat).values()].flatMap(([, ...others]) =>
    others.flatMap(({ travellerId, seat }) => {
      const problem = refuse(
        placeField(travellerId, 'seat'),
        'seat-taken',
        `Somebody else has seat ${seat ?? ''} already. Choose another.`,
      );
      return problem.problems;
    }),
  );
}
