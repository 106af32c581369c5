import { momentInWords } from '#ui';
import type { Application } from '../read-applications.js';

export interface ApplicationFactsProps {
  readonly application: Application;
  readonly zone: string;
}

/** What is worth knowing of an application before it is decided. */
export function ApplicationFacts({ application, zone }: ApplicationFactsProps) {
  const { organisation, bookerName, tickets, appliedAt, answers, hasPlace, status, statusReason } =
    application;
  const about = [
    organisation,
    tickets.join(', '),
    `applied ${momentInWords(appliedAt, zone)} through ${bookerName}`,
  ];
  return (
    <>
      <bdi>{about.filter((each) => each !== '').join('; ')}</bdi>
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
