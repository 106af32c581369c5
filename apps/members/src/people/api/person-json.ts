import type { Person } from '../domain/person.js';
import type { PersonOutput } from './people.schema.js';

/** A person as the API tells of them. */
export function personJson(person: Person): PersonOutput {
  const { id, name, preferredName, pronouns, jobTitle, phone, version } = person;
  return {
    id,
    name,
    preferredName,
    pronouns,
    jobTitle,
    phone,
    emails: person.emails.map(({ address, isPrimary, verifiedAt }) => ({
      address,
      isPrimary,
      isVerified: verifiedAt !== null,
    })),
    affiliations: person.affiliations.map((one) => ({ ...one })),
    seats: person.seats.map(({ board, position, startsOn, endsOn }) => ({
      board,
      position,
      startsOn,
      endsOn,
    })),
    roles: person.grants.map(({ role }) => role),
    version,
    createdAt: person.createdAt.toString(),
    changedAt: person.changedAt.toString(),
  };
}
