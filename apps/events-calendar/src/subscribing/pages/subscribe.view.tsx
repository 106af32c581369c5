import type { Temporal } from 'temporal-polyfill';
import { plural } from '#ui';
import type { SubscribeLinks } from '#icalendar';
import { filteredAddress, isEverything, type Filter } from '../../listing/domain/filter.js';
import { myFeedPath } from '../../personal-feeds/addresses.js';
import type { ListChoices } from '../../listing/list-choices.js';
import type { ListPage } from '../../listing/list-occurrences.js';
import { EventLines } from '../../listing/pages/event-list.js';
import { ActiveFilters } from '../../listing/pages/filter-panel.js';
import { FeedBuilder } from './feed-builder.js';
import { FeedLinks } from './feed-links.js';
import { HowOften } from './how-often.js';
import { ReadyFeeds } from './ready-feeds.js';

export interface SubscribeViewProps {
  readonly filter: Filter;
  readonly choices: ListChoices;
  /** What the feed is called in people's calendars. */
  readonly name: string;
  readonly links: SubscribeLinks;
  /** The feed's address as SVG. */
  readonly qrCode: string;
  /** What is next in the feed. */
  readonly next: ListPage;
  readonly today: Temporal.PlainDate;
  readonly isSignedIn: boolean;
}

export function SubscribeView(props: SubscribeViewProps) {
  const { filter, choices, name, links, qrCode } = props;
  return (
    <div class="cn-parts">
      <h1 class="govuk-heading-xl">Subscribe to the calendar</h1>
      <p class="govuk-body-l">
        Subscribe once, and every date and every change of a date appears in your own calendar. You need no
        account.
      </p>
      {!isEverything(filter) && (
        <>
          <p class="govuk-body">These links are for a part of the calendar:</p>
          <ActiveFilters path="/calendar/subscribe" filter={filter} choices={choices} />
        </>
      )}
      <FeedLinks name={name} links={links} qrCode={qrCode} />
      <NextInFeed {...props} />
      <OwnFeed isSignedIn={props.isSignedIn} />
      <HowOften />
      <FeedBuilder filter={filter} choices={choices} />
      <ReadyFeeds choices={choices} />
    </div>
  );
}

/** The way to a feed with what only some may see. */
function OwnFeed({ isSignedIn }: Pick<SubscribeViewProps, 'isSignedIn'>) {
  return (
    <section aria-labelledby="own">
      <h2 class="govuk-heading-m" id="own">
        Members’ and boards’ meetings
      </h2>
      <p class="govuk-body">
        {isSignedIn ? (
          <a class="govuk-link" href={myFeedPath}>
            Get a calendar of your own
          </a>
        ) : (
          <a class="govuk-link" href={`/members/sign-in?return=${encodeURIComponent(myFeedPath)}`}>
            Sign in for a calendar of your own
          </a>
        )}
        : one address with every event that you may see, those for members and for your boards among them.
      </p>
    </section>
  );
}

function NextInFeed({ filter, next, today }: SubscribeViewProps) {
  return (
    <section aria-labelledby="next">
      <h2 class="govuk-heading-m" id="next">
        What it holds now
      </h2>
      {next.items.length === 0 ? (
        <p class="govuk-body">
          Nothing is coming up in it at the moment. New events will appear in your calendar by themselves.
        </p>
      ) : (
        <>
          <EventLines events={next.items} today={today} headingLevel={3} />
          <p class="govuk-body">
            <a class="govuk-link" href={filteredAddress('/calendar', filter)}>
              See all of it
            </a>{' '}
            ({plural(next.total, 'event')} coming up). Meetings for members and boards are not in it.
          </p>
        </>
      )}
    </section>
  );
}
