import { dayOf } from '../../../manage/day-of.js';
import { staffBookingPath } from '../../addresses.js';
import type { Application } from '../read-applications.js';

export interface ApplicationFactsProps {
  readonly application: Application;
  readonly zone: string;
}

/** What is worth knowing of an application before it is decided. */
export function ApplicationFacts({ application, zone }: ApplicationFactsProps) {
  const { organisation, bookerName, reference, tickets, appliedAt, answers, hasPlace, status, statusReason } =
    application;
  return (
    <>
      {organisation !== '' && (
        <>
          <bdi>{organisation}</bdi>
          <br />
        </>
      )}
      {tickets.join(', ')}
      <br />
      <bdi>{`Applied ${dayOf(appliedAt, zone)} through ${bookerName}`}</bdi>,{' '}
      <a class="govuk-link cn-one-line" href={staffBookingPath(reference)}>
        {reference}
      </a>
      {hasPlace && (
        <>
          <br />
          They were accepted before and have their place. Then an answer changed.
        </>
      )}
      {status === 'reserve' && (
        <>
          <br />
          On the reserve{statusReason === null ? '' : `: ${statusReason}`}
        </>
      )}
      {answers.map(({ question, answer }) => (
        <>
          <br />
          {question} <bdi>{answer}</bdi>
        </>
      ))}
    </>
  );
}
