import { bareAddress, decodeText, readHeader, readTable, tidied, unguardCell, type FileProblem } from '#csv';
import { dayOf } from './clock.js';
import type { LegDetails } from './leg.js';
import { checkPlaces, placeField, type LegPlace } from './places.js';

/** More rows than these are not taken at once. */
export const mostBookings = 2000;

/** Whom and what a list can be about. */
export interface ListedVisit {
  readonly travellers: readonly {
    readonly id: string;
    readonly name: string;
    readonly email: string | null;
  }[];
  /** Those that take place. */
  readonly legs: readonly (Pick<LegDetails, 'title' | 'departs' | 'seats'> & {
    readonly id: string;
    readonly places: readonly LegPlace[];
  })[];
}

/** A leg with all who are on it once the list is written. */
export interface PlannedPlaces {
  readonly legId: string;
  readonly places: readonly LegPlace[];
  /** Travellers whom the list puts on it. */
  readonly added: number;
  /** Those who were on it, and of whom the list says something new. */
  readonly changed: number;
}

/** What a list leads to. Nothing of it is written while it has a problem. */
export interface ReadBookings {
  readonly rows: number;
  readonly legs: readonly PlannedPlaces[];
  readonly problems: readonly FileProblem[];
  /** What is passed over. */
  readonly notes: readonly FileProblem[];
}

const columns = ['name', 'email', 'leg', 'day', 'booking reference', 'seat'] as const;

type Column = (typeof columns)[number];

const alsoCalled: Readonly<Record<string, Column>> = {
  traveller: 'name',
  passenger: 'name',
  'email address': 'email',
  address: 'email',
  flight: 'leg',
  title: 'leg',
  date: 'day',
  reference: 'booking reference',
  pnr: 'booking reference',
};

/** Longer than anything that would be kept. */
const longestCell = 1000;

interface Row {
  readonly line: number;
  readonly place: LegPlace;
  readonly legId: string;
}

/**
 * Who is on which leg, from a CSV file: each row a traveller, by address or name, and a leg, by its title and, where there are
 * several of one title, its day. What a row leaves blank stays as it is.
 */
export function readBookings(bytes: Uint8Array, visit: ListedVisit): ReadBookings {
  const decoded = decodeText(bytes, 'a CSV file');
  if (!decoded.ok) return failed({ line: null, column: null, message: decoded.problem });
  const limits = { mostRows: mostBookings, of: 'rows', columns: 'name, email, leg, day and so on' };
  const table = readTable(decoded.text, limits);
  if (!table.ok) return failed(table.problem);
  const owner = 'A list of bookings';
  const header = readHeader(table.first, { known: columns, needed: ['leg'], alsoCalled, owner });
  const problems = [...header.problems];
  if (!header.positions.has('name') && !header.positions.has('email')) {
    problems.push(at(1, 'name', 'There is no column called name, nor one called email. Add one of them.'));
  }
  if (problems.length > 0) return { ...failed(...problems), notes: header.notes };
  if (table.rows.length === 0) {
    return failed({ line: null, column: null, message: 'There is nothing in the file below its first row.' });
  }
  const rows: Row[] = [];
  for (const { cells, line } of table.rows) {
    const cell = (column: Column): string => {
      const position = header.positions.get(column);
      return position === undefined ? '' : tidied(unguardCell((cells[position] ?? '').slice(0, longestCell)));
    };
    const traveller = travellerOf(cell('email'), cell('name'), line, visit);
    const leg = legOf(cell('leg'), cell('day'), line, visit);
    if ('message' in traveller) problems.push(traveller);
    if ('message' in leg) problems.push(leg);
    if ('message' in traveller || 'message' in leg) continue;
    const first = rows.find(({ legId, place }) => legId === leg.id && place.travellerId === traveller.id);
    if (first !== undefined) {
      problems.push(
        at(line, null, `Row ${first.line} says something of the same traveller and leg. Delete one.`),
      );
      continue;
    }
    const place = {
      travellerId: traveller.id,
      bookingReference: cell('booking reference'),
      seat: cell('seat'),
    };
    rows.push({ line, place, legId: leg.id });
  }
  const plans = visit.legs.flatMap((leg) => {
    const own = rows.filter(({ legId }) => legId === leg.id);
    return own.length === 0 ? [] : [planOf(leg, own)];
  });
  return {
    rows: table.rows.length,
    legs: plans.flatMap(({ plan }) => (plan === null ? [] : [plan])),
    problems: [...problems, ...plans.flatMap((plan) => plan.problems)].toSorted(
      (one, other) => (one.line ?? 0) - (other.line ?? 0),
    ),
    notes: header.notes,
  };
}

const at = (line: number, column: Column | null, message: string): FileProblem => ({ line, column, message });

const failed = (...problems: readonly FileProblem[]): ReadBookings => ({
  rows: 0,
  legs: [],
  problems,
  notes: [],
});

/** Letters alone: how a name or title is spaced and capitalised does not matter. */
const plain = (text: string): string => text.normalize('NFC').toLowerCase().replaceAll(/\s+/g, ' ').trim();

function travellerOf(email: string, name: string, line: number, { travellers }: ListedVisit) {
  if (email === '' && name === '') return at(line, 'name', 'Nobody is named. Give the name or the address.');
  if (email !== '') {
    const wanted = plain(bareAddress(email));
    const found = travellers.filter((each) => each.email !== null && plain(each.email) === wanted);
    if (found.length === 1 && found[0]) return found[0];
    const message =
      found.length === 0
        ? `No traveller of this visit has the address ${email}.`
        : `Several travellers have the address ${email}. Leave it blank, and give the name alone.`;
    return at(line, 'email', message);
  }
  const found = travellers.filter((each) => plain(each.name) === plain(name));
  if (found.length === 1 && found[0]) return found[0];
  const message =
    found.length === 0
      ? `No traveller of this visit is called ${name}.`
      : `Several travellers are called ${name}. Give the address.`;
  return at(line, 'name', message);
}

function legOf(title: string, day: string, line: number, { legs }: ListedVisit) {
  if (title === '') return at(line, 'leg', 'No leg is named. Give its title, such as BA 540.');
  if (day !== '' && !/^\d{4}-\d{2}-\d{2}$/.test(day)) {
    return at(line, 'day', `“${day}” cannot be read as a day. Write it like 2027-03-14.`);
  }
  const named = legs.filter((leg) => plain(leg.title) === plain(title));
  if (named.length === 0) return at(line, 'leg', `No leg of this visit is called ${title}.`);
  const found = day === '' ? named : named.filter(({ departs }) => dayOf(departs) === day);
  if (found.length === 1 && found[0]) return found[0];
  const days = [...new Set(named.map(({ departs }) => dayOf(departs)))].join(', ');
  if (found.length === 0) return at(line, 'day', `${title} does not depart on ${day}. It does on ${days}.`);
  return at(
    line,
    'day',
    day === ''
      ? `Several legs are called ${title}. Give the day: ${days}.`
      : `Several legs of this day are called ${title}. Rename one of them first.`,
  );
}

function planOf(
  leg: ListedVisit['legs'][number],
  rows: readonly Row[],
): { readonly plan: PlannedPlaces | null; readonly problems: readonly FileProblem[] } {
  const before = new Map(leg.places.map((place) => [place.travellerId, place]));
  const listed = new Map(
    rows.map(({ place }) => {
      const was = before.get(place.travellerId);
      const merged = {
        travellerId: place.travellerId,
        // What a row leaves blank stays as it is.
        bookingReference: place.bookingReference || (was?.bookingReference ?? null),
        seat: place.seat || (was?.seat ?? null),
      };
      return [place.travellerId, merged] as const;
    }),
  );
  const kept = leg.places.filter(({ travellerId }) => !listed.has(travellerId));
  const checked = checkPlaces([...kept, ...listed.values()], leg.seats);
  if (checked.ok) {
    const isNew = ({ travellerId, bookingReference, seat }: LegPlace) => {
      const was = before.get(travellerId);
      return was !== undefined && (was.bookingReference !== bookingReference || was.seat !== seat);
    };
    return {
      problems: [],
      plan: {
        legId: leg.id,
        places: checked.value,
        added: [...listed.keys()].filter((id) => !before.has(id)).length,
        changed: checked.value.filter(isNew).length,
      },
    };
  }
  const problems = checked.problems.map(({ field, message }) => {
    const row = rows.find(({ place }) => field.endsWith(`.${place.travellerId}`));
    if (row === undefined) return at(rows.at(-1)?.line ?? 1, 'leg', `${leg.title}: ${message}`);
    const isSeat = field === placeField(row.place.travellerId, 'seat');
    return at(row.line, isSeat ? 'seat' : 'booking reference', message);
  });
  return { plan: null, problems };
}
