import type { Temporal } from 'temporal-polyfill';
import { dateInWords, renderMarkdown, Tag } from '#ui';
import type { Organiser } from '../../events/domain/event.js';
import type { Reader } from '../../events/domain/visibility.js';
import { homeZone } from '../../events/domain/zones.js';
import { capitalised } from '../../listing/domain/names.js';
import { EventTags } from '../../listing/pages/event-list.js';
import type { EventReading } from '../read-event.js';
import { FollowLink } from '../../following/pages/follow-link.js';
import { AddToCalendar } from './add-to-calendar.js';
import { DatesList } from './dates-list.js';
import { Facts } from './facts.js';
import { StatusBox } from './status-box.js';

export interface EventViewProps {
  readonly reading: EventReading;
  readonly now: Temporal.Instant;
  /** How it repeats, in words; `null` where it does not. */
  readonly repeats: string | null;
  readonly reader: Reader;
  readonly maySeeManagement: boolean;
  readonly absolute: (path: string) => string;
}

/** The longer a title, the smaller it is set, so that what follows stays in view; lengths in characters. */
function headingSize({ length }: string): 'm' | 'l' | 'xl' {
  if (length > 200) return 'm';
  return length > 70 ? 'l' : 'xl';
}

export function EventView({ reading, now, repeats, reader, maySeeManagement, absolute }: EventViewProps) {
  const { event, shown, original, dates } = reading;
  return (
    <article class="cn-event-page">
      <StatusBox {...reading} />
      <h1 class={`govuk-heading-${headingSize(shown.title)}`}>{shown.title}</h1>
      <p class="cn-tags">
        <Tag colour="teal">{capitalised(event.kind)}</Tag>
        <EventTags event={{ status: shown.status, audience: event.audience }} />
      </p>
      <Facts reading={reading} now={now} repeats={repeats} />
      <AddToCalendar reading={reading} reader={reader} now={now} absolute={absolute} />
      <FollowLink event={event} now={now} />
      {shown.description !== '' && (
        <section aria-labelledby="about">
          <h2 class="govuk-heading-m" id="about">
            About this event
          </h2>
          <div class="cn-prose" dangerouslySetInnerHTML={{ __html: renderMarkdown(shown.description) }} />
        </section>
      )}
      {dates !== null && <DatesList eventRef={event.ref} original={original} dates={dates} />}
      {event.organiser !== null && <Contact organiser={event.organiser} />}
      <p class="govuk-body-s cn-quiet">
        Last changed on{' '}
        <time dateTime={event.changedAt.toString()}>
          {dateInWords(event.changedAt.toZonedDateTimeISO(homeZone).toPlainDate())}
        </time>
        .
        {maySeeManagement && (
          <>
            {' '}
            <a class="govuk-link" href={`/calendar/manage/events/${event.ref}`}>
              Edit this event
            </a>
          </>
        )}
      </p>
    </article>
  );
}

function Contact({ organiser }: { readonly organiser: Organiser }) {
  const { name, email, phone } = organiser;
  return (
    <section aria-labelledby="contact">
      <h2 class="govuk-heading-m" id="contact">
        Questions
      </h2>
      <p class="govuk-body">
        {name}
        {email !== null && (
          <>
            <br />
            <a class="govuk-link" href={`mailto:${email}`}>
              {email}
            </a>
          </>
        )}
        {phone !== null && (
          <>
            <br />
            <a class="govuk-link" href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`}>
              {phone}
            </a>
          </>
        )}
      </p>
    </section>
  );
}
