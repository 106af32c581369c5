import type { Temporal } from 'temporal-polyfill';
import { Tag, WhenText } from '#ui';
import { eventPath, tagPath } from '../../listing/addresses.js';
import { everything, filteredAddress } from '../../listing/domain/filter.js';
import type { SeriesListing } from '../../listing/list-series.js';
import type { EventReading } from '../read-event.js';

/** What is around an event: its series and its tags; `null` where there is neither. */
export function eventSide({ event, series }: EventReading, today: Temporal.PlainDate) {
  if (series === null && event.tags.length === 0) return null;
  return (
    <>
      {series !== null && <Series series={series} today={today} />}
      {event.tags.length > 0 && <Tags tags={event.tags} />}
    </>
  );
}

function Series({ series, today }: { readonly series: SeriesListing; readonly today: Temporal.PlainDate }) {
  const address = (path: string) => filteredAddress(path, { ...everything, series: series.slug });
  return (
    <section class="cn-panel" aria-labelledby="series">
      <h2 class="govuk-heading-s" id="series">
        In the series “{series.name}”
      </h2>
      {series.others.length > 0 && (
        <ul class="govuk-list">
          {series.others.map((other) => (
            <li key={other.ref}>
              <a class="govuk-link" href={eventPath({ ref: other.ref })}>
                {other.title}
              </a>
              <br />
              <span class="cn-quiet">
                <WhenText when={other.when} impliedYear={today.year} />
              </span>
              {other.status === 'cancelled' && (
                <>
                  {' '}
                  <Tag colour="red">Cancelled</Tag>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={address('/calendar')}>
          What’s on in this series
        </a>
        <br />
        <a class="govuk-link" href={address('/calendar/subscribe')}>
          Subscribe to this series
        </a>
      </p>
    </section>
  );
}

function Tags({ tags }: { readonly tags: readonly string[] }) {
  return (
    <section aria-labelledby="tags">
      <h2 class="govuk-heading-s" id="tags">
        Tags
      </h2>
      <ul class="cn-choices">
        {tags.map((tag) => (
          <li key={tag}>
            <a href={tagPath(tag)}>{tag}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
