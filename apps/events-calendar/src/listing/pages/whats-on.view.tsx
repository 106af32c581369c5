import type { Temporal } from 'temporal-polyfill';
import type { ListPage } from '../list-occurrences.js';
import { EventList } from './event-list.js';

export function WhatsOnView({
  found,
  today,
}: {
  readonly found: ListPage;
  readonly today: Temporal.PlainDate;
}) {
  return (
    <>
      <h1 class="govuk-heading-xl">What’s on</h1>
      <EventList events={found.items} today={today} />
    </>
  );
}
