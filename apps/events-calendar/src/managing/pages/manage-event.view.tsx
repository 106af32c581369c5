import type { Temporal } from 'temporal-polyfill';
import { Timeline } from '#ui';
import type { ShownThing } from '../../shown/domain/shown-thing.js';
import { ComesFromElsewhere } from '../../shown/pages/shown-notices.js';
import { warningsOf } from '../../events/domain/details.js';
import type { CalendarEvent } from '../../events/domain/event.js';
import { needsReason } from '../../events/domain/status.js';
import { isPast } from '../../events/domain/when.js';
import type { RevisionRow } from '../../events/revision.entity.js';
import { FollowersPanel } from '../../following/pages/followers-panel.js';
import type { Followers } from '../../following/read-followers.js';
import { manageEventPath } from '../addresses.js';
import { clashDates, type FoundClash } from '../find-clashes.js';
import { DetailsSummary } from './details-summary.js';
import { EventDates } from './event-dates.js';
import { EventSteps } from './event-steps.js';
import { revisionEntry } from './revision-changes.js';
import { StatusTag } from './status-tag.js';

export interface ManageEventViewProps {
  readonly event: CalendarEvent;
  /** The newest first. */
  readonly history: readonly RevisionRow[];
  readonly seriesName: string | null;
  readonly clashes: readonly FoundClash[];
  readonly followers: Followers;
  /** What of another service it shows; `null`: the event is the calendar's own. */
  readonly shows: ShownThing | null;
  readonly now: Temporal.Instant;
  /** Whether all dates of a recurring event are wanted, or the next few. */
  readonly allDates: boolean;
  /** What a press of "Duplicate" is known by; see {@link RunOnce}. */
  readonly token: string;
  /** The current one, which goes without saying. */
  readonly year: number;
}

export function ManageEventView(props: ManageEventViewProps) {
  const { event, history, shows } = props;
  const isOwn = shows === null;
  return (
    <>
      <h1 class="govuk-heading-xl">{event.title}</h1>
      <p class="govuk-body">
        <StatusTag status={event.status} />
      </p>
      <ComesFromElsewhere shows={shows} />
      <Standing event={event} isOwn={isOwn} />
      <Attention {...props} />
      <EventSteps event={event} token={props.token} isOwn={isOwn} />
      <h2 class="govuk-heading-m">Details</h2>
      <DetailsSummary
        details={event}
        seriesName={props.seriesName}
        editPath={isOwn ? manageEventPath(event.ref, 'edit') : null}
      />
      {event.recurrence !== null && <EventDates event={event} now={props.now} all={props.allDates} />}
      {event.status !== 'draft' && (
        <FollowersPanel followers={props.followers} now={new Date(props.now.epochMilliseconds)} />
      )}
      <h2 class="govuk-heading-m" id="history">
        History
      </h2>
      <Timeline entries={history.map(revisionEntry)} />
    </>
  );
}

/** Why it is off and what takes its place; nothing for an event that is neither postponed nor cancelled. */
function Standing({ event, isOwn }: { readonly event: CalendarEvent; readonly isOwn: boolean }) {
  if (!needsReason(event.status)) return null;
  const step = event.status === 'cancelled' ? 'cancel' : 'postpone';
  return (
    <div class={`cn-status cn-status--${event.status}`}>
      <p class="cn-status__title">{event.status === 'cancelled' ? 'Cancelled' : 'Postponed'}</p>
      <p>{event.statusReason}</p>
      {event.replacedBy !== null && (
        <p>
          Replaced by <a href={manageEventPath(event.replacedBy)}>{event.replacedBy}</a>
        </p>
      )}
      {isOwn && (
        <p>
          <a href={manageEventPath(event.ref, step)}>Say better why, or what replaces it</a>
        </p>
      )}
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
        {clashes.map((clash) => (
          <li key={clash.ref}>
            At the same time as <a href={manageEventPath(clash.ref)}>{clash.title}</a>:{' '}
            {clashDates(clash, year)}
          </li>
        ))}
      </ul>
    </section>
  );
}
