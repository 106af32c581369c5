import { EmptyState, listInWords, plural, Tag, WhenText } from '#ui';
import { eventPath } from '../../listing/addresses.js';
import { everything, filteredAddress } from '../../listing/domain/filter.js';
import { remindersPath } from '../../reminders/addresses.js';
import { stopFollowingPath } from '../addresses.js';
import type { FollowListed } from '../list-follows.js';

export interface FollowingProps {
  readonly follows: readonly FollowListed[];
  /** How many days before each is reminded of, by the follows' ids. */
  readonly reminders: ReadonlyMap<string, readonly number[]>;
  /** The current one, which goes without saying. */
  readonly year: number;
}

export function FollowingView({ follows, reminders, year }: FollowingProps) {
  const series = follows.filter((follow) => follow.series !== null);
  const coming = follows.filter((follow) => follow.series === null && !follow.isOver);
  const over = follows.filter((follow) => follow.isOver);
  return (
    <div class="cn-parts">
      <h1 class="govuk-heading-xl">What you follow</h1>
      {follows.length === 0 ? (
        <EmptyState titleText="You follow nothing yet">
          <p class="govuk-body">
            What you follow will be here. <a href="/calendar">Choose an event</a> and press “Follow this
            event” on its page: then you get a mail when its time or place changes, or it is called off.
          </p>
        </EmptyState>
      ) : (
        <p class="govuk-body-l">
          You get a mail when something of this changes. Which kinds of mail you get at all is set under{' '}
          <a class="govuk-link" href="/mail/preferences">
            your mails
          </a>
          .
        </p>
      )}
      <Part id="series" title="Series" follows={series} reminders={reminders} year={year} />
      <Part id="events" title="Events" follows={coming} reminders={reminders} year={year} />
      <Part id="over" title="Over" follows={over} reminders={reminders} year={year} />
    </div>
  );
}

function Part({
  id,
  title,
  follows,
  reminders,
  year,
}: FollowingProps & { readonly id: string; readonly title: string }) {
  if (follows.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 class="govuk-heading-m" id={id}>
        {title}
      </h2>
      <ul class="govuk-list cn-dates">
        {follows.map((follow) => (
          <li key={follow.id}>
            <Followed follow={follow} year={year} />{' '}
            {!follow.isOver && <RemindersOf follow={follow} days={reminders.get(follow.id) ?? []} />}{' '}
            <a class="govuk-link" href={stopFollowingPath(follow.id)}>
              Stop following<span class="govuk-visually-hidden"> {nameOf(follow)}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Which reminders come, and the way to others. */
function RemindersOf({ follow, days }: { readonly follow: FollowListed; readonly days: readonly number[] }) {
  return (
    <>
      {days.length > 0 && (
        <>
          <span class="cn-quiet">
            Reminders {listInWords(days.map((each) => plural(each, 'day')))} before
          </span>
          <br />
        </>
      )}
      <a class="govuk-link" href={remindersPath(follow.id)}>
        {days.length === 0 ? 'Choose' : 'Change'} reminders
        <span class="govuk-visually-hidden"> of {nameOf(follow)}</span>
      </a>
    </>
  );
}

/** What it is called. Of an event that the reader may not see any more, nothing is told. */
export const nameOf = ({ series, event }: FollowListed): string =>
  series === null ? (event?.title ?? 'an event that is not open to you now') : `the series “${series.name}”`;

function Followed({ follow, year }: { readonly follow: FollowListed; readonly year: number }) {
  const { series, event, next } = follow;
  if (series !== null) {
    const href = filteredAddress('/calendar', { ...everything, series: series.slug });
    return (
      <a class="govuk-link" href={href}>
        {series.name}
      </a>
    );
  }
  if (event === null) return <>An event that is not open to you now. You get no mail about it.</>;
  return (
    <>
      <a class="govuk-link" href={eventPath(event)}>
        {event.title}
      </a>
      {event.status !== 'published' && (
        <>
          {' '}
          <Tag colour={event.status === 'cancelled' ? 'red' : 'yellow'}>
            {event.status === 'cancelled' ? 'Cancelled' : 'Postponed'}
          </Tag>
        </>
      )}
      {next !== null && (
        <>
          <br />
          <span class="cn-quiet">
            <WhenText when={next.when} impliedYear={year} />
          </span>
          <br />
        </>
      )}
    </>
  );
}
