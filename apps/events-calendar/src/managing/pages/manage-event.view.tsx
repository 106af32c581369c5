import type { Temporal } from 'temporal-polyfill';
import { Button, HiddenFields, Timeline, whenInWords } from '#ui';
import { warningsOf } from '../../events/domain/details.js';
import type { CalendarEvent } from '../../events/domain/event.js';
import { isDeletable, needsReason } from '../../events/domain/status.js';
import { isPast } from '../../events/domain/when.js';
import type { RevisionRow } from '../../events/revision.entity.js';
import { manageEventPath, publicEventPath } from '../addresses.js';
import type { FoundClash } from '../find-clashes.js';
import { possibleMoves } from '../moves.js';
import { DetailsSummary } from './details-summary.js';
import { EventDates } from './event-dates.js';
import { revisionEntry } from './revision-changes.js';
import { StatusTag } from './status-tag.js';

export interface ManageEventViewProps {
  readonly event: CalendarEvent;
  /** The newest first. */
  readonly history: readonly RevisionRow[];
  readonly seriesName: string | null;
  readonly clashes: readonly FoundClash[];
  readonly now: Temporal.Instant;
  /** Whether all dates of a recurring event are wanted, or the next few. */
  readonly allDates: boolean;
  /** The current one, which goes without saying. */
  readonly year: number;
}

export function ManageEventView(props: ManageEventViewProps) {
  const { event, history } = props;
  return (
    <>
      <h1 class="govuk-heading-xl">{event.title}</h1>
      <p class="cn-tags govuk-!-margin-bottom-4">
        <StatusTag status={event.status} />
      </p>
      <Standing event={event} />
      <Attention {...props} />
      <h2 class="govuk-heading-m">What it says</h2>
      <DetailsSummary
        details={event}
        seriesName={props.seriesName}
        editPath={manageEventPath(event.ref, 'edit')}
      />
      {event.recurrence !== null && <EventDates event={event} now={props.now} all={props.allDates} />}
      <h2 class="govuk-heading-m" id="history">
        What was done
      </h2>
      <Timeline entries={history.map(revisionEntry)} />
    </>
  );
}

/** Why it is off and what takes its place; nothing for an event that is neither postponed nor cancelled. */
function Standing({ event }: { readonly event: CalendarEvent }) {
  if (!needsReason(event.status)) return null;
  const step = event.status === 'cancelled' ? 'cancel' : 'postpone';
  return (
    <div class={`cn-status cn-status--${event.status} govuk-!-margin-bottom-6`}>
      <p class="cn-status__title">{event.status === 'cancelled' ? 'Cancelled' : 'Postponed'}</p>
      <p>{event.statusReason}</p>
      {event.replacedBy !== null && (
        <p>
          Replaced by <a href={manageEventPath(event.replacedBy)}>{event.replacedBy}</a>
        </p>
      )}
      <p>
        <a href={manageEventPath(event.ref, step)}>Say better why, or what replaces it</a>
      </p>
    </div>
  );
}

/** What to look at once more: what is missing, and what is on at the same time. */
function Attention({ event, clashes, now, year }: ManageEventViewProps) {
  const isOver = event.recurrence === null && isPast(event.when, now);
  const warnings = isOver || event.status === 'cancelled' ? [] : warningsOf(event);
  if (warnings.length + clashes.length === 0) return null;
  return (
    <section class="cn-status cn-status--postponed" aria-labelledby="attention">
      <h2 class="cn-status__title" id="attention">
        To look at
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {warnings.map(({ field, message }) => (
          <li key={field}>{message}</li>
        ))}
        {clashes.slice(0, 10).map((clash) => (
          <li key={`${clash.ref} ${whenInWords(clash.when)}`}>
            At the same time as <a href={manageEventPath(clash.ref)}>{clash.title}</a>:{' '}
            {whenInWords(clash.when, { impliedYear: year })}
          </li>
        ))}
        {clashes.length > 10 && <li>And {clashes.length - 10} more at the same time.</li>}
      </ul>
    </section>
  );
}

/** What can be done with the event. */
export function EventSide({ event, token }: { readonly event: CalendarEvent; readonly token: string }) {
  return (
    <section class="cn-panel" aria-labelledby="steps">
      <h2 class="govuk-heading-s" id="steps">
        What you can do
      </h2>
      {event.status === 'draft' && <Button href={manageEventPath(event.ref, 'publish')}>Publish</Button>}
      <ul class="govuk-list govuk-list--spaced">
        <li>
          <a class="govuk-link" href={manageEventPath(event.ref, 'edit')}>
            Edit
          </a>
        </li>
        {possibleMoves(event)
          .filter(({ name }) => name !== 'publish')
          .map(({ name, verb }) => (
            <li key={name}>
              <a class="govuk-link" href={manageEventPath(event.ref, name)}>
                {verb}
              </a>
            </li>
          ))}
        {isDeletable(event) && (
          <li>
            <a class="govuk-link" href={manageEventPath(event.ref, 'delete')}>
              Delete this draft
            </a>
          </li>
        )}
        <li>
          <a class="govuk-link" href={publicEventPath(event.ref)}>
            {event.status === 'draft' ? 'Preview its page' : 'See its page'}
          </a>
        </li>
      </ul>
      <form method="post" action={manageEventPath(event.ref, 'duplicate')}>
        <HiddenFields values={{ once: token }} />
        <Button classes="govuk-button--secondary" preventDoubleClick>
          Duplicate
        </Button>
      </form>
      <p class="govuk-body-s cn-quiet">A duplicate is a new draft with everything that this one says.</p>
    </section>
  );
}
