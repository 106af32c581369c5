import { EmptyState, plural, ResponsiveTable } from '#ui';
import type { ConferenceRow } from '../../../conferences/conference.entity.js';
import { bookingPath } from '../../../bookings/addresses.js';
import { answerInWords, isFileAnswer } from '../../../questions/domain/answer.js';
import { staffBookingPath } from '../../addresses.js';
import type { PersonWithNeeds } from '../read-needs.js';

export interface PeopleProps {
  readonly conference: Pick<ConferenceRow, 'answersErasedAt'>;
  readonly people: readonly PersonWithNeeds[];
}

/** Who needs what, with names. */
export function PeopleView({ conference, people }: PeopleProps) {
  return (
    <>
      <p class="govuk-body">
        These answers are private. Use them only to look after these people, and pass on no more than is
        needed. That you have looked at them is recorded.
      </p>
      {people.length === 0 ? (
        <EmptyState
          titleText={
            conference.answersErasedAt === null ? 'Nobody has said anything yet' : 'All of it is erased'
          }
        >
          <p class="govuk-body">
            {conference.answersErasedAt === null
              ? 'What confirmed delegates answer to private questions is listed here.'
              : 'Private answers are erased some time after a conference.'}
          </p>
        </EmptyState>
      ) : (
        <ResponsiveTable
          caption={plural(people.length, 'person', 'people')}
          captionClasses="govuk-table__caption--s"
          isWide
          isBrief
          columns={[
            { key: 'name', heading: 'Delegate' },
            { key: 'organisation', heading: 'Organisation' },
            { key: 'tickets', heading: 'Has' },
            { key: 'needs', heading: 'Needs' },
            { key: 'booking', heading: 'Booking' },
          ]}
          rows={people.map((person) => [
            <bdi>{person.name}</bdi>,
            <bdi>{person.organisation}</bdi>,
            person.tickets.join(', '),
            <Needs person={person} />,
            <a class="govuk-link cn-one-line" href={staffBookingPath(person.reference)}>
              {person.reference}
            </a>,
          ])}
        />
      )}
    </>
  );
}

function Needs({ person: { reference, needs } }: { readonly person: PersonWithNeeds }) {
  return (
    <ul class="govuk-list">
      {needs.map(({ question, answer }) => (
        <li key={question.id}>
          <span class="cn-quiet">{question.label}</span>{' '}
          {isFileAnswer(answer) ? (
            <a class="govuk-link" href={`${bookingPath(reference)}/files/${answer.fileId}`}>
              {answer.name}
            </a>
          ) : (
            <bdi>{answerInWords(question, answer)}</bdi>
          )}
        </li>
      ))}
    </ul>
  );
}
