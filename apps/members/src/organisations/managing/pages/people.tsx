import { Tag } from '#ui';
import { managePath } from '../../addresses.js';
import type { AffiliatedPerson } from '../read-organisation.js';

export interface PeopleProps {
  /** Booking contacts first. */
  readonly people: readonly AffiliatedPerson[];
  readonly domains: readonly string[];
}

/** Who belongs to an organisation. */
export function People({ people, domains }: PeopleProps) {
  if (people.length === 0) {
    return (
      <p class="govuk-body">
        Nobody yet. Add the organisation on a{' '}
        <a class="govuk-link" href={`${managePath}/people`}>
          person’s page
        </a>
        {domains.length > 0 && <>; people with an address at one of its domains can join it themselves</>}.
      </p>
    );
  }
  return (
    <ul class="govuk-list">
      {people.map((person) => (
        <li key={person.id}>
          <a class="govuk-link" href={`${managePath}/people/${person.id}`}>
            {person.name}
          </a>
          , {person.office ?? person.role}
          {person.office !== null && <span class="cn-quiet"> ({person.role})</span>}{' '}
          {person.isBookingContact && <Tag colour="teal">Booking contact</Tag>}
        </li>
      ))}
    </ul>
  );
}
