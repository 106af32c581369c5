import { WhenText } from '#ui';
import { eventPath } from '../../listing/addresses.js';
import type { EventReading } from '../read-event.js';

const titles = {
  draft: 'Draft',
  cancelled: 'Cancelled',
  postponed: 'Postponed',
};

/** Says above everything else that an event does not take place as planned; nothing where it does. */
export function StatusBox({ event, shown, original, replacement }: EventReading) {
  if (shown.status === 'published') return null;
  const isThisDateAlone = original !== null && shown.status !== event.status;
  return (
    <div class={`cn-status cn-status--${shown.status}`} role="note" aria-label="What has changed">
      <p class="cn-status__title">{isThisDateAlone ? 'This date is cancelled' : titles[shown.status]}</p>
      {shown.status === 'draft' && <p>This event is not published. Only staff can see this page.</p>}
      {shown.reason !== null && <p>{shown.reason}</p>}
      {isThisDateAlone && (
        <p>
          <a class="govuk-link" href={eventPath({ ref: event.ref })}>
            See its other dates
          </a>
        </p>
      )}
      {replacement !== null && (
        <p>
          Instead:{' '}
          <a class="govuk-link" href={eventPath({ ref: replacement.ref })}>
            {replacement.title}
          </a>
          , <WhenText when={replacement.when} />
        </p>
      )}
    </div>
  );
}
