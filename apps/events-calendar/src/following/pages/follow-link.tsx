import type { Temporal } from 'temporal-polyfill';
import { Button } from '#ui';
import type { CalendarEvent } from '../../events/domain/event.js';
import { followPath } from '../addresses.js';
import { canBeFollowed } from '../domain/can-be-followed.js';

export interface FollowLinkProps {
  readonly event: CalendarEvent;
  readonly now: Temporal.Instant;
}

/**
 * The way from an event's page to following it; nothing where there is no more to hear of it. It is the same for all
 * readers, so that the page can be kept; who follows it already is told so there.
 */
export function FollowLink({ event, now }: FollowLinkProps) {
  if (!canBeFollowed(event, now)) return null;
  return (
    <section aria-labelledby="follow">
      <h2 class="govuk-heading-s cn-tight" id="follow">
        Hear of changes
      </h2>
      <p class="govuk-body">Get a mail when its time or place changes, or it is called off.</p>
      <Button href={followPath(event.ref)} classes="govuk-button--secondary">
        Follow this event
      </Button>
    </section>
  );
}
