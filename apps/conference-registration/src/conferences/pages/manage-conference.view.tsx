import { Button, ButtonGroup, plural, renderMarkdown, SummaryList, type SummaryListRow } from '#ui';
import { conferencePath } from '../../catalogue/addresses.js';
import { conferenceStatusPath, manageConferencePath } from '../../manage/addresses.js';
import { detailsFrom, statusOf } from '../conference-rows.js';
import type { ConferenceRow } from '../conference.entity.js';
import { isEnded, isPublished } from '../domain/status.js';
import { detailsInWords } from '../in-words.js';
import type { ManagedConference } from '../list-managed.js';
import type { Readiness } from '../read-readiness.js';
import { possibleSteps } from '../status-steps.js';
import { ConferenceFrame } from './conference-frame.js';

export interface ManageConferenceProps {
  readonly conference: ConferenceRow;
  readonly booked: Pick<ManagedConference, 'bookings' | 'delegates'>;
  readonly readiness: Readiness;
}

/** Everything about one conference. */
export function ManageConferenceView({ conference, booked, readiness }: ManageConferenceProps) {
  const status = statusOf(conference);
  return (
    <ConferenceFrame conference={conference}>
      {conference.statusReason !== null && (
        <div class={`cn-status cn-status--${status === 'cancelled' ? 'cancelled' : 'postponed'}`}>
          <p class="cn-status__title">{status === 'cancelled' ? 'Cancelled' : 'Paused'}</p>
          <p>{conference.statusReason}</p>
          {status === 'cancelled' && (
            <p>
              <a class="govuk-link" href={manageConferencePath(conference.id, 'cancel-bookings')}>
                Cancel all its bookings, or see how far that is
              </a>
            </p>
          )}
        </div>
      )}
      <ToDo conference={conference} readiness={readiness} />
      <Steps conference={conference} booked={booked} isReady={readiness.missing.length === 0} />
      {isPublished(status) && (
        <p class="govuk-body">
          {booked.bookings === 0
            ? 'Nobody has a confirmed booking yet.'
            : `${plural(booked.bookings, 'confirmed booking')} with ${plural(booked.delegates, 'delegate')}.`}
        </p>
      )}
      <h2 class="govuk-heading-m">Details</h2>
      <SummaryList rows={rows(conference)} />
    </ConferenceFrame>
  );
}

/** What has to be done before it can open, and what else to look at. */
function ToDo({ conference, readiness }: Omit<ManageConferenceProps, 'booked'>) {
  const status = statusOf(conference);
  if (isEnded(status)) return null;
  const missing = status === 'draft' ? readiness.missing : [];
  if (missing.length + readiness.worthALook.length === 0) return null;
  const list = [...missing, ...readiness.worthALook].map(({ code, message, part }) => (
    <li key={code}>
      <a class="govuk-link" href={manageConferencePath(conference.id, part)}>
        {message}
      </a>
    </li>
  ));
  const title = missing.length > 0 ? 'Before it can open' : 'To look at';
  return (
    <section class="cn-status cn-status--postponed" aria-labelledby="to-do">
      <h2 class="cn-status__title" id="to-do">
        {title}
      </h2>
      <ul class="govuk-list govuk-list--bullet">{list.slice(0, missing.length || list.length)}</ul>
      {missing.length > 0 && readiness.worthALook.length > 0 && (
        <>
          <p class="govuk-body">And to look at:</p>
          <ul class="govuk-list govuk-list--bullet">{list.slice(missing.length)}</ul>
        </>
      )}
    </section>
  );
}

interface StepsProps extends Omit<ManageConferenceProps, 'readiness'> {
  readonly isReady: boolean;
}

/** What can be done with it: what is due first as a button, the rest as links. */
function Steps({ conference, booked, isReady }: StepsProps) {
  const { id, slug, title } = conference;
  const status = statusOf(conference);
  const steps = possibleSteps({ title, status, ...booked }).filter(
    ({ to }) => status !== 'draft' || to !== 'open' || isReady,
  );
  const due = steps.find(({ to }) => to === 'open');
  return (
    <section aria-label="What you can do">
      <ButtonGroup>
        {due !== undefined && <Button href={conferenceStatusPath(id, due.to)}>{due.verb}</Button>}
        {!isEnded(status) && (
          <Button
            href={manageConferencePath(id, 'edit')}
            classes={due === undefined ? undefined : 'govuk-button--secondary'}
          >
            Change the details
          </Button>
        )}
        {steps
          .filter((step) => step !== due)
          .map(({ to, verb }) => (
            <a key={to} class="govuk-link" href={conferenceStatusPath(id, to)}>
              {verb}
            </a>
          ))}
        {isPublished(status) && (
          <a class="govuk-link" href={conferencePath(slug)}>
            See its page
          </a>
        )}
        <a class="govuk-link" href={manageConferencePath(id, 'copy')}>
          Copy it
        </a>
        {status === 'draft' && (
          <a class="govuk-link" href={manageConferencePath(id, 'delete')}>
            Delete the draft
          </a>
        )}
      </ButtonGroup>
    </section>
  );
}

/** Texts that staff write in Markdown. */
const marked: ReadonlySet<string> = new Set(['Description', 'Terms']);

function rows(conference: ConferenceRow): readonly SummaryListRow[] {
  const words = detailsInWords(detailsFrom(conference), conferencePath(conference.slug));
  return Object.entries(words).map(([key, text]) => ({ key, value: value(key, text) }));
}

function value(key: string, text: string) {
  if (text === '') return <span class="cn-quiet">Nothing yet</span>;
  if (marked.has(key)) {
    return <div class="cn-prose" dangerouslySetInnerHTML={{ __html: renderMarkdown(text) }} />;
  }
  return (
    <>
      {text.split('\n').map((line, index) => (
        <>
          {index > 0 && <br />}
          {line}
        </>
      ))}
    </>
  );
}
