import { EmptyState, plural, ResponsiveTable } from '#ui';
import type { ConferenceRow } from '../../../conferences/conference.entity.js';
import { bookingPath } from '../../../bookings/addresses.js';
import { answerInWords, isFileAnswer } from '../../../questions/domain/answer.js';
import { staffBookingPath } from '../../addresses.js';
import type { PersonWithNeeds } from '../read-needs.js';
import type { Party } from '../read-parties.js';

export interface PeopleProps {
  readonly conference: Pick<ConferenceRow, 'answersErasedAt'>;
  readonly people: readonly PersonWithNeeds[];
  readonly parties: readonly Party[];
}

/** Who needs what, with names. */
export function PeopleView({ conference, people, parties }: PeopleProps) {
  return (
    <>
      <p class="govuk-body">
        These answers are private. Use them only to look after these people, and pass on no more than is
        needed. That you have looked at them is recorded.
      </p>
      {people.length + parties.length === 0 ? (
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
        <>
          {people.length > 0 && <People people={people} />}
          {parties.length > 0 && <Parties parties={parties} />}
        </>
      )}
    </>
  );
}

function People({ people }: Pick<PeopleProps, 'people'>) {
  return (
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
  );
}

function Parties({ parties }: Pick<PeopleProps, 'parties'>) {
  return (
    <ResponsiveTable
      caption={`${plural(parties.length, 'booking')}, about all of their delegates together`}
      captionClasses="govuk-table__caption--s"
      columns={[
        { key: 'booker', heading: 'Booked by' },
        { key: 'organisation', heading: 'Organisation' },
        { key: 'delegates', heading: 'Delegates', format: 'numeric' },
        { key: 'needs', heading: 'Needs' },
        { key: 'booking', heading: 'Booking' },
      ]}
      rows={parties.map(({ booker, organisation, delegates, needs, reference }) => [
        <bdi>{booker}</bdi>,
        <bdi>{organisation}</bdi>,
        String(delegates),
        <ul class="govuk-list">
          {needs.map(({ question, answer }) => (
            <li key={question}>
              <span class="cn-quiet">{question}</span> <bdi>{answer}</bdi>
            </li>
          ))}
        </ul>,
        <a class="govuk-link" href={staffBookingPath(reference)}>
          {reference}
        </a>,
      ])}
    />
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
