import { Temporal } from 'temporal-polyfill';
import { dateInWords, EmptyState, ExportLinks, InsetText, momentInWords, ResponsiveTable } from '#ui';
import type { ConferenceRow } from '../../../conferences/conference.entity.js';
import { manageConferencePath } from '../../../manage/addresses.js';
import { loggedActs } from '../../log/acts.js';
import type { ConferenceLogRow } from '../../log/conference-log.entity.js';
import type { CountedNeeds, Needs } from '../domain/needs.js';
import { erasedOn } from '../domain/retention.js';
import { logDetails } from './log-words.js';

export interface NeedsProps {
  readonly conference: Pick<ConferenceRow, 'id' | 'lastDay' | 'zone' | 'answersErasedAt'>;
  readonly needs: Needs;
  /** How many bookings say something of all their delegates together. */
  readonly parties: number;
  /** The newest first. */
  readonly log: readonly ConferenceLogRow[];
}

/** What those who come need, without names. */
export function NeedsView({ conference, needs, parties, log }: NeedsProps) {
  const path = manageConferencePath(conference.id, 'needs');
  const until = dateInWords(Temporal.PlainDate.from(erasedOn(conference.lastDay)));
  const { questions } = needs;
  return (
    <>
      <p class="govuk-body">
        {conference.answersErasedAt === null
          ? `Private answers are erased on ${until}.`
          : `Private answers were erased on ${momentInWords(conference.answersErasedAt, conference.zone)}.`}
      </p>
      {parties > 0 && conference.answersErasedAt === null && <Parties parties={parties} path={path} />}
      {conference.answersErasedAt !== null ? (
        <EmptyState titleText="All of it is erased">
          <p class="govuk-body">The numbers went with the answers: take them out before that is due.</p>
        </EmptyState>
      ) : questions.length === 0 ? (
        <EmptyState titleText="Nobody is asked what they eat or how they get in">
          <p class="govuk-body">
            <a class="govuk-link" href={manageConferencePath(conference.id, 'questions')}>
              Add a question
            </a>{' '}
            about meals or access, and what delegates answer is counted here, without their names.
          </p>
        </EmptyState>
      ) : (
        <>
          <p class="govuk-body">
            These are the numbers for the caterer and the venue. No name is in them, so you can print this
            page or pass the file on as it is.
          </p>
          <ExportLinks what="these numbers" file={(format) => `${path}/export.${format}`} />
          <p class="govuk-body">
            <a class="govuk-link" href={`${path}/people`}>
              See who needs what, with names
            </a>{' '}
            (that you looked is recorded)
          </p>
          {questions.map((counted) => (
            <Counts key={counted.question.id} needs={needs} counted={counted} />
          ))}
        </>
      )}
      <Log log={log} zone={conference.zone} />
    </>
  );
}

/** What belongs to no delegate is in no number. */
function Parties({ parties, path }: { readonly parties: number; readonly path: string }) {
  return (
    <InsetText>
      {parties === 1 ? '1 booking says' : `${parties} bookings say`} something about all of{' '}
      {parties === 1 ? 'its' : 'their'} delegates together, which is in no number here:{' '}
      <a class="govuk-link" href={`${path}/people`}>
        read it with the names
      </a>
      .
    </InsetText>
  );
}

interface CountsProps {
  readonly needs: Needs;
  readonly counted: CountedNeeds;
}

function Counts({ needs: { days, tickets }, counted: { question, counts, asked } }: CountsProps) {
  const withDays = days.length > 1;
  const numeric = 'numeric' as const;
  return (
    <ResponsiveTable
      caption={question.label}
      captionClasses="govuk-table__caption--m"
      isWide
      columns={[
        { key: 'words', heading: 'Answer' },
        { key: 'all', heading: 'All', format: numeric },
        ...(withDays ? days : []).map((day) => ({ key: day, heading: dayName(day), format: numeric })),
        ...tickets.map(({ id, name }) => ({ key: id, heading: name, format: numeric })),
      ]}
      rows={[...counts, asked].map(({ words, all, byDay, byTicket }) => [
        <bdi>{words}</bdi>,
        ...[all, ...(withDays ? byDay : []), ...byTicket].map(String),
      ])}
    />
  );
}

const dayName = (day: string): string =>
  dateInWords(Temporal.PlainDate.from(day), { impliedYear: Number(day.slice(0, 4)) });

/** Who looked at names, and what was erased. */
function Log({ log, zone }: { readonly log: readonly ConferenceLogRow[]; readonly zone: string }) {
  if (log.length === 0) return null;
  return (
    <section aria-labelledby="log">
      <h2 class="govuk-heading-m" id="log">
        Who has looked at names
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {log.map(({ id, at, act, details, personName, actorName }) => (
          <li key={id}>
            <bdi>{actorName === null ? personName : `${actorName}, for ${personName},`}</bdi>{' '}
            {loggedActs[act]}
            {`, ${momentInWords(at, zone)}`}
            {logDetails(act, details)}
          </li>
        ))}
      </ul>
    </section>
  );
}
