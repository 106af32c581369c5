import { Temporal } from 'temporal-polyfill';
import type { CurrentStatus } from '../../published/domain/rota-diff.js';

/** Somebody in a shift, as they were told, and what has been said of it. */
export interface Assigned {
  readonly id: string;
  readonly memberId: string;
  readonly status: CurrentStatus;
  readonly terms: { readonly start: Temporal.Instant; readonly end: Temporal.Instant };
}

/** What came of somebody's shift: `to-come` until it has ended. */
export type Turnout = 'stood' | 'no-show' | 'dropped-out' | 'to-come';

/** How long after a shift it can still be said who was there; the same that the day on the stand goes by. */
export const grace = Temporal.Duration.from({ minutes: 15 });

const isBefore = (one: Temporal.Instant, other: Temporal.Instant) => Temporal.Instant.compare(one, other) < 0;

/**
 * What came of each shift. Whoever checked in stood, once the shift has ended. Whoever did not say so counts as not having come
 * on days on which somebody checked in, and as having stood on days on which nobody did, where nothing is known.
 *
 * @param all of one exhibition
 * @param zone IANA; that of its days
 */
export function turnouts(
  all: readonly Assigned[],
  now: Temporal.Instant,
  zone: string,
): ReadonlyMap<string, Turnout> {
  const dayOf = ({ terms }: Assigned) => terms.start.toZonedDateTimeISO(zone).toPlainDate().toString();
  const used = new Set(all.filter(({ status }) => status === 'checked-in').map(dayOf));
  const of = (one: Assigned): Turnout => {
    if (one.status === 'dropped-out' || one.status === 'no-show') return one.status;
    if (one.status === 'checked-in') return isBefore(now, one.terms.end) ? 'to-come' : 'stood';
    if (isBefore(now, one.terms.end.add(grace))) return 'to-come';
    return used.has(dayOf(one)) ? 'no-show' : 'stood';
  };
  return new Map(all.map((one) => [one.id, of(one)]));
}

/** How long a shift is, by the instants: an hour that the clock repeats is one. */
export const minutesOf = ({ start, end }: Assigned['terms']): number =>
  Math.round((end.epochMilliseconds - start.epochMilliseconds) / 60_000);

/** Whose hours they are. */
export interface Helper {
  readonly id: string;
  readonly name: string;
  readonly organisationId: string | null;
  readonly organisationName: string | null;
}

/** What somebody's shifts came to. */
export interface PersonHours {
  readonly helper: Helper;
  /** That of {@link OrganisationHours}. */
  readonly organisation: string;
  readonly organisationName: string | null;
  /** Stood. */
  readonly minutes: number;
  readonly shifts: number;
  readonly noShows: number;
  readonly dropOuts: number;
}

/** The same of all of an organisation's people. */
export interface OrganisationHours {
  /** Unlike that of any other; empty for those who belong to none. */
  readonly key: string;
  /** As `members` knows it; `null`: it is known by its name alone, or there is none. */
  readonly id: string | null;
  readonly name: string | null;
  readonly minutes: number;
  readonly shifts: number;
  /** How many of them stood. */
  readonly people: number;
}

export interface Hours {
  /** Everybody who was to stand, in the order of the helpers. */
  readonly people: readonly PersonHours[];
  /** Those whose people stood, the most hours first; whoever belongs to none comes last. */
  readonly organisations: readonly OrganisationHours[];
  readonly minutes: number;
}

/** An organisation that `members` knows. */
export interface KnownOrganisation {
  readonly id: string;
  readonly name: string;
}

const sum = (amounts: readonly number[]): number => amounts.reduce((one, other) => one + other, 0);

const plain = (name: string): string => name.trim().replaceAll(/\s+/g, ' ').toLowerCase();

/**
 * Hours stood, by person and by organisation. An organisation that somebody wrote by hand is the one that `members` knows by that
 * name.
 */
export function hoursOf(
  helpers: readonly Helper[],
  all: readonly Assigned[],
  known: readonly KnownOrganisation[],
  now: Temporal.Instant,
  zone: string,
): Hours {
  const came = turnouts(all, now, zone);
  const people = helpers.flatMap((helper): PersonHours[] => {
    const own = all.filter(({ memberId }) => memberId === helper.id);
    const stood = own.filter(({ id }) => came.get(id) === 'stood');
    const count = (turnout: Turnout) => own.filter(({ id }) => came.get(id) === turnout).length;
    const [noShows, dropOuts] = [count('no-show'), count('dropped-out')];
    if (stood.length + noShows + dropOuts === 0) return [];
    const organisation = organisationOf(helper, known);
    return [
      {
        helper,
        organisation: organisation.key,
        organisationName: organisation.name,
        minutes: sum(stood.map(({ terms }) => minutesOf(terms))),
        shifts: stood.length,
        noShows,
        dropOuts,
      },
    ];
  });
  return {
    people,
    organisations: byOrganisation(people, known),
    minutes: sum(people.map(({ minutes }) => minutes)),
  };
}

interface Belonging {
  readonly key: string;
  readonly id: string | null;
  readonly name: string | null;
}

function organisationOf(
  { organisationId, organisationName }: Helper,
  known: readonly KnownOrganisation[],
): Belonging {
  const named = organisationName === null ? '' : plain(organisationName);
  const found =
    known.find(({ id }) => id === organisationId) ?? known.find(({ name }) => plain(name) === named);
  if (found !== undefined) return { key: `id ${found.id}`, ...found };
  return named === ''
    ? { key: '', id: null, name: null }
    : { key: `name ${named}`, id: null, name: organisationName };
}

function byOrganisation(
  people: readonly PersonHours[],
  known: readonly KnownOrganisation[],
): readonly OrganisationHours[] {
  const groups = new Map<string, PersonHours[]>();
  for (const person of people.filter(({ shifts }) => shifts > 0)) {
    groups.set(person.organisation, [...(groups.get(person.organisation) ?? []), person]);
  }
  return [...groups]
    .map(([key, theirs]): OrganisationHours => {
      const [first] = theirs;
      const { id, name } =
        first === undefined ? { id: null, name: null } : organisationOf(first.helper, known);
      return {
        key,
        id,
        name,
        minutes: sum(theirs.map(({ minutes }) => minutes)),
        shifts: sum(theirs.map(({ shifts }) => shifts)),
        people: theirs.length,
      };
    })
    .toSorted(
      (one, other) =>
        Number(one.name === null) - Number(other.name === null) ||
        other.minutes - one.minutes ||
        (one.name ?? '').localeCompare(other.name ?? '', 'en-GB'),
    );
}
