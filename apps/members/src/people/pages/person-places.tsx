import { SummaryList, Tag } from '#ui';
import { affiliationPath, personPath, seatPath } from '../addresses.js';
import { holdsOn, type Affiliation, type Seat } from '../domain/person.js';
import { objectionToGranting } from '../domain/who-may.js';
import { grantedRoleInWords, termInWords } from '../domain/words.js';
import type { PersonViewProps } from './person-view-props.js';
import { affiliationRoleWords, rolesInWords } from './words.js';

type PlacesProps = Pick<PersonViewProps, 'person' | 'names' | 'today' | 'roles' | 'asker'>;

/** The organisations that a person belongs to. */
export function PersonOrganisations({ person, names }: PlacesProps) {
  const nameOf = ({ organisationId }: Affiliation) => names.organisations.get(organisationId) ?? '';
  const sorted = person.affiliations.toSorted((a, b) => nameOf(a).localeCompare(nameOf(b), 'en-GB'));
  return (
    <section aria-labelledby="organisations">
      <h2 class="govuk-heading-m" id="organisations">
        Organisations
      </h2>
      {sorted.length === 0 ? (
        <p class="govuk-body">None yet.</p>
      ) : (
        <SummaryList
          rows={sorted.map((one) => ({
            key: nameOf(one),
            value: (
              <>
                {[affiliationRoleWords[one.role], one.office].filter(Boolean).join(', ')}{' '}
                {one.isBookingContact && <Tag colour="teal">Booking contact</Tag>}
              </>
            ),
            actions: {
              items: [
                {
                  href: affiliationPath(person.id, one.organisationId),
                  text: 'Change',
                  visuallyHiddenText: `what they are in ${nameOf(one)}`,
                },
                {
                  href: affiliationPath(person.id, one.organisationId, 'end'),
                  text: 'Take out',
                  visuallyHiddenText: `of ${nameOf(one)}`,
                },
              ],
            },
          }))}
        />
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={personPath(person.id, 'organisations/new')}>
          Add an organisation
        </a>
      </p>
    </section>
  );
}

/** The boards that a person sits, sat or will sit on. */
export function PersonSeats({ person, names, today }: PlacesProps) {
  const latestFirst = person.seats.toReversed();
  return (
    <section aria-labelledby="seats">
      <h2 class="govuk-heading-m" id="seats">
        Boards
      </h2>
      {latestFirst.length === 0 ? (
        <p class="govuk-body">They have not sat on any board.</p>
      ) : (
        <SummaryList
          rows={latestFirst.map((seat) => seatRow(person.id, seat, names.boards.get(seat.board), today))}
        />
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={personPath(person.id, 'seats/new')}>
          Give a seat on a board
        </a>
      </p>
    </section>
  );
}

function seatRow(personId: string, seat: Seat, boardName: string | undefined, today: string) {
  const board = boardName ?? seat.board;
  const about = `${board}, ${termInWords(seat)}`;
  return {
    key: board,
    value: (
      <>
        {seat.position ?? 'Member'}, {termInWords(seat)} <TermTag seat={seat} today={today} />
      </>
    ),
    actions: {
      items: [
        {
          href: seatPath(personId, seat.id),
          text: 'Change',
          visuallyHiddenText: `or end the seat: ${about}`,
        },
        {
          href: seatPath(personId, seat.id, 'remove'),
          text: 'Take back',
          visuallyHiddenText: `the seat: ${about}`,
        },
      ],
    },
  };
}

/** Says of a term that it is over or to come; one that holds goes without saying. */
export function TermTag({ seat, today }: { readonly seat: Seat; readonly today: string }) {
  if (holdsOn(seat, today)) return null;
  return seat.startsOn > today ? <Tag>To come</Tag> : <Tag colour="grey">Over</Tag>;
}

/** What a person may do when they sign in, and the roles that were given to them. */
export function PersonRoles({ person, roles, asker }: PlacesProps) {
  const objection = objectionToGranting(asker, person);
  const granted = person.grants.map(({ role }) => grantedRoleInWords[role]);
  return (
    <section aria-labelledby="roles">
      <h2 class="govuk-heading-m" id="roles">
        Rights
      </h2>
      <p class="govuk-body">When they sign in, they are {rolesInWords(roles)}.</p>
      {granted.length > 0 && <p class="govuk-body">Roles given to them: {granted.join(', ')}.</p>}
      <p class="govuk-body">
        {objection ?? (
          <a class="govuk-link" href={personPath(person.id, 'roles')}>
            Give or withdraw a role
          </a>
        )}
      </p>
    </section>
  );
}
