import type { Temporal } from 'temporal-polyfill';
import { plural, ResponsiveTable, Tag, whenInWords } from '#ui';
import type { CalendarEvent, Occurrence } from '../../events/domain/event.js';
import { expand } from '../../events/domain/expand.js';
import { isPast } from '../../events/domain/when.js';
import { editOccurrencePath, manageEventPath, occurrencePath } from '../addresses.js';

/** How many of the coming dates are listed at first. */
const shownAtFirst = 12;

export interface EventDatesProps {
  readonly event: CalendarEvent;
  readonly now: Temporal.Instant;
  /** Whether to list every date, past ones too. */
  readonly all: boolean;
}

/** The dates of a recurring event, each with what can be done with it alone or from it on. */
export function EventDates({ event, now, all }: EventDatesProps) {
  const dates = expand(event);
  const coming = dates.filter(({ when }) => !isPast(when, now));
  const listed = all ? dates : coming.slice(0, shownAtFirst);
  const path = manageEventPath(event.ref);
  return (
    <section aria-labelledby="dates">
      <h2 class="govuk-heading-m" id="dates">
        Dates
      </h2>
      {listed.length === 0 ? (
        <p class="govuk-body">All {plural(dates.length, 'date')} are over.</p>
      ) : (
        <ResponsiveTable
          caption={all ? `All ${plural(dates.length, 'date')}` : 'Coming dates'}
          captionClasses="govuk-table__caption--s"
          columns={[
            { key: 'when', heading: 'When' },
            { key: 'do', heading: 'Change' },
          ]}
          rows={listed.map((occurrence) => [
            <>
              {whenInWords(occurrence.when)}
              <Own occurrence={occurrence} />
            </>,
            <Steps event={event} occurrence={occurrence} />,
          ])}
        />
      )}
      {listed.length < dates.length && (
        <p class="govuk-body">
          <a class="govuk-link" href={`${path}?dates=all#dates`}>
            List all {plural(dates.length, 'date')}, past ones too
          </a>
        </p>
      )}
    </section>
  );
}

/** What an occurrence may have of its own, as a list of it says. */
const fieldWords = {
  title: 'title',
  when: 'time',
  format: 'way of taking part',
  place: 'place',
  joining: 'joining link',
  description: 'description',
} as const;

function Own({ occurrence: { cancelled, change } }: { readonly occurrence: Occurrence }) {
  if (cancelled !== null) {
    return (
      <>
        <br />
        <Tag colour="red">Cancelled</Tag> <span class="cn-quiet">{cancelled.reason}</span>
      </>
    );
  }
  const own = Object.entries(fieldWords).filter(([field]) => Object.hasOwn(change ?? {}, field));
  if (own.length === 0) return null;
  return (
    <>
      <br />
      <span class="cn-quiet">Its own {own.map(([, words]) => words).join(', ')}</span>
    </>
  );
}

function Steps({ event, occurrence }: { readonly event: CalendarEvent; readonly occurrence: Occurrence }) {
  const original = occurrence.original ?? '';
  const what = <span class="govuk-visually-hidden">: {whenInWords(occurrence.when)}</span>;
  return (
    <ul class="govuk-list cn-row cn-flush">
      <li>
        <a class="govuk-link" href={editOccurrencePath(event.ref, 'this', original)}>
          Only this one{what}
        </a>
      </li>
      <li>
        <a class="govuk-link" href={editOccurrencePath(event.ref, 'later', original)}>
          This and later ones{what}
        </a>
      </li>
      <li>
        <a
          class="govuk-link"
          href={occurrencePath(event.ref, original, occurrence.cancelled === null ? 'cancel' : 'reinstate')}
        >
          {occurrence.cancelled === null ? 'Cancel it' : 'Reinstate it'}
          {what}
        </a>
      </li>
    </ul>
  );
}
