import { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { demonstrationDomain, demonstrationId, type Actor } from '#platform';
import { homeDay } from '../domain/home-day.js';
import type { Organisation } from '../organisations/domain/organisation.js';
import { diff } from '../people/domain/changes.js';
import type { Email, Person, Seat } from '../people/domain/person.js';
import type { PeopleRepository } from '../people/people.repository.js';
import { demoPeople, type DemoPerson } from './people-list.js';

/**
 * Writes people who obviously do not exist, so that every sort of person can be signed in as. Their terms on boards move
 * with the day on which they are written.
 *
 * @param boards what the boards are called, by slug
 * @returns how many there are
 */
export async function loadPeople(
  manager: EntityManager,
  people: PeopleRepository,
  actor: Actor,
  organisations: readonly Organisation[],
  boards: ReadonlyMap<string, string>,
): Promise<number> {
  const now = Temporal.Now.instant();
  const idOf = new Map(organisations.map(({ name, id }) => [name, id]));
  const names = { organisations: new Map(organisations.map(({ id, name }) => [id, name])), boards };
  for (const demo of demoPeople) {
    const person = personFrom(demo, idOf, now);
    await people.add(manager, person, { actor, action: 'created', changes: diff(null, person, names) });
  }
  return demoPeople.length;
}

function personFrom(demo: DemoPerson, idOf: ReadonlyMap<string, string>, now: Temporal.Instant): Person {
  const emails = emailsOf(demo, now);
  return {
    id: demonstrationId('person', emails[0]?.address ?? demo.name),
    name: demo.name,
    preferredName: demo.preferredName ?? null,
    pronouns: demo.pronouns ?? null,
    phone: demo.phone ?? null,
    jobTitle: demo.jobTitle ?? null,
    emails,
    affiliations: (demo.belongsTo ?? []).map(({ organisation, role, office, books }) => ({
      organisationId: known(idOf.get(organisation), organisation),
      role,
      office: office ?? null,
      isBookingContact: books ?? false,
    })),
    seats: (demo.seats ?? []).map(({ board, position, term }) => ({
      id: uuidv7(),
      board,
      position: position ?? null,
      ...termOf(term, homeDay(now)),
    })),
    grants: (demo.roles ?? []).map((role) => ({ role, grantedAt: now, grantedBy: null })),
    mergedInto: null,
    erasedAt: null,
    version: 1,
    createdAt: now,
    changedAt: now,
  };
}

function known(id: string | undefined, name: string): string {
  if (id === undefined) throw new Error(`the demonstration has no organisation called ${name}`);
  return id;
}

/** An address without an @ is one at the first organisation's made-up domain. */
function emailsOf(
  { emails, belongsTo = [], unconfirmed = false }: DemoPerson,
  now: Temporal.Instant,
): Email[] {
  return emails.map((address, index) => ({
    address: address.includes('@')
      ? address
      : `${address}@${demonstrationDomain(belongsTo[0]?.organisation ?? '')}`,
    verifiedAt: unconfirmed ? null : now,
    isPrimary: index === 0,
  }));
}

/** Boards are elected for two years from a September of an even year. */
function termOf(term: 'past' | 'now' | 'next', today: string): Pick<Seat, 'startsOn' | 'endsOn'> {
  const day = Temporal.PlainDate.from(today);
  const thisYear = Temporal.PlainDate.from({ year: day.year - (day.year % 2), month: 9, day: 1 });
  const current = Temporal.PlainDate.compare(thisYear, day) > 0 ? thisYear.subtract({ years: 2 }) : thisYear;
  const starts = current.add({ years: { past: -2, now: 0, next: 2 }[term] });
  return { startsOn: starts.toString(), endsOn: starts.add({ years: 2 }).subtract({ days: 1 }).toString() };
}
