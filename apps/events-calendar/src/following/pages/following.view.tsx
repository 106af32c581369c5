import { EmptyState, listInWords, plural, Tag, WhenText } from '#ui';
import { eventPath } from '../../listing/addresses.js';
import { everything, filteredAddress } from '../../listing/domain/filter.js';
import { FollowActions } from './follow-actions.js';
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
          You get a mail when something of this changes.{' '}
          <a class="govuk-link" href="/mail/preferences">
            Choose which kinds of mail you get
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
            <Followed follow={follow} year={year} days={reminders.get(follow.id) ?? []} />
            <FollowActions
              id={follow.id}
              name={nameOf(follow)}
              reminders={remindersWords(follow, reminders.get(follow.id) ?? [])}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Reminders come of what is to come and can be seen; those chosen before can be changed all the same. */
function remindersWords({ series, event, isOver }: FollowListed, days: readonly number[]) {
  if (days.length > 0) return 'Change reminders';
  const isComing = series !== null || (event !== null && event.status !== 'cancelled' && !isOver);
  return isComing ? 'Choose reminders' : null;
}

/** What it is called. Of an event that the reader may not see any more, nothing is told. */
export const nameOf = ({ series, event }: FollowListed): string =>
  series === null ? (event?.title ?? 'an event that is not open to you now') : `the series “${series.name}”`;

function Followed({
  follow,
  year,
  days,
}: {
  readonly follow: FollowListed;
  readonly year: number;
  readonly days: readonly number[];
}) {
  return (
    <p class="govuk-body cn-tight">
      <Name follow={follow} year={year} />
      {days.length > 0 && (
        <>
          <br />
          <span class="cn-quiet">
            Reminders {listInWords(days.map((each) => plural(each, 'day')))} before
          </span>
        </>
      )}
    </p>
  );
}

function Name({ follow, year }: { readonly follow: FollowListed; readonly year: number }) {
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
        </>
      )}
    </>
  );
}
