import { Inject, Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { factsOf, type EventFacts, type JoiningFacts } from '../events/domain/event-facts.js';
import type { CalendarEvent } from '../events/domain/event.js';
import { expand } from '../events/domain/expand.js';
import { mayJoin, mayRead, type Reader } from '../events/domain/visibility.js';
import { endInstant } from '../events/domain/when.js';
import { renderCalendar } from '../feeds/domain/render-calendar.js';
import { FeedStore } from '../feeds/feed-store.js';
import { eventPath } from '../listing/addresses.js';
import { everything, filteredAddress } from '../listing/domain/filter.js';
import type { CalendarSettings } from '../settings.js';
import { eventFilePath, seriesFeedPath } from '../subscribing/domain/feed-path.js';
import { SETTINGS } from '../tokens.js';
import { followingPath } from './addresses.js';
import { changesBetween, type Changes } from './domain/changes-between.js';
import { placeInWords, planInWords } from './domain/plan-words.js';
import { eventChangedEmail } from './emails/event-changed.email.js';
import { eventInvitationEmail } from './emails/event-invitation.email.js';
import { newEventsEmail } from './emails/new-events.email.js';
import { newEventEmail } from './emails/new-event.email.js';
import type { EventInMail } from './emails/event-lines.js';
import type { MailContent } from './tell-followers.js';

/** What followers know, and what there is now. */
export interface Compared {
  readonly known: EventFacts;
  readonly event: CalendarEvent;
  readonly continuation: EventFacts | null;
  /** What takes its place, when it is called off. */
  readonly replacement: CalendarEvent | null;
  readonly now: Temporal.Instant;
}

/** A series that somebody follows. */
export interface SeriesNamed {
  readonly slug: string;
  readonly name: string;
}

/** Writes mails about an event for one reader, with the event as their own calendar takes it (RFC 5546). */
@Injectable()
export class Compose {
  constructor(
    private readonly feeds: FeedStore,
    @Inject(SETTINGS) private readonly settings: Pick<CalendarSettings, 'PUBLIC_URL'>,
  ) {}

  /** The changes that the reader may know of; `null`: none. */
  changes({ known, event, continuation, now }: Compared, reader: Reader): Changes | null {
    const sees = ({ shownTo }: JoiningFacts) => mayJoin(event, reader, { url: '', shownTo });
    return changesBetween(known, factsOf(event), { now, sees, continuation });
  }

  /** What has changed; `null`: nothing that the reader may know of. */
  changed(compared: Compared, reader: Reader): MailContent | null {
    const changes = this.changes(compared, reader);
    if (changes === null) return null;
    const { event, replacement } = compared;
    const instead =
      replacement !== null && mayRead(replacement, reader)
        ? { title: replacement.title, url: this.absolute(eventPath({ ref: replacement.ref })) }
        : null;
    const mail = eventChangedEmail({ changes, event: this.inMail(event, reader), instead, ...this.links });
    const method = changes.standing === 'called-off' ? 'CANCEL' : 'REQUEST';
    return { ...mail, calendar: { method, content: this.calendar(event, reader) } };
  }

  /** What somebody gets who begins to follow an event. */
  invitation(event: CalendarEvent, reader: Reader): MailContent {
    const mail = eventInvitationEmail({ event: this.inMail(event, reader), ...this.links });
    return { ...mail, calendar: { method: 'REQUEST', content: this.calendar(event, reader) } };
  }

  /** What is new in a series that the reader follows: an invitation to the one event, or a list of several. */
  publishedInSeries(
    events: readonly CalendarEvent[],
    { slug, name }: SeriesNamed,
    reader: Reader,
  ): MailContent {
    const [only, ...others] = events;
    if (only !== undefined && others.length === 0) return this.published(only, name, reader);
    const filter = { ...everything, series: slug };
    const mail = newEventsEmail({
      events: events.map((event) => ({
        ...this.inMail(event, reader),
        fileUrl: this.absolute(eventFilePath(event.ref)),
      })),
      series: name,
      seriesUrl: this.absolute(filteredAddress('/calendar', filter)),
      feedUrl: this.absolute(seriesFeedPath(slug)),
      ...this.links,
    });
    // An object of iTIP is about one event (RFC 5546, 3.2), so there is none.
    return { ...mail, calendar: null };
  }

  /** @param series the name of the series that the reader follows; `null` where an event goes on as this one */
  published(event: CalendarEvent, series: string | null, reader: Reader): MailContent {
    const mail = newEventEmail({ event: this.inMail(event, reader), series, ...this.links });
    return { ...mail, calendar: { method: 'REQUEST', content: this.calendar(event, reader) } };
  }

  /** The event as a mail tells of it. */
  inMail(event: CalendarEvent, reader: Reader): EventInMail {
    const facts = factsOf(event);
    const canJoin = event.format !== 'in person' && event.status !== 'cancelled' && mayJoin(event, reader);
    return {
      title: event.title,
      when: planInWords(facts),
      where: placeInWords(facts),
      joinUrl: canJoin ? (event.joining?.url ?? null) : null,
      url: this.absolute(eventPath({ ref: event.ref })),
    };
  }

  get links() {
    return { followingUrl: this.absolute(followingPath), siteUrl: this.settings.PUBLIC_URL };
  }

  private calendar(event: CalendarEvent, reader: Reader): string {
    const { vevents, zones } = this.feeds.render(event, reader);
    return renderCalendar({ kind: 'single', vevents: [vevents], zones });
  }

  private absolute(path: string): string {
    return this.settings.PUBLIC_URL + path;
  }
}

/** When the last of its dates is over; what is told of it later is of no use. */
export function lastEnd(event: CalendarEvent): Temporal.Instant | null {
  const ends = expand(event).map(({ when }) => endInstant(when));
  return ends.reduce<Temporal.Instant | null>(
    (last, end) => (last === null || end.epochNanoseconds > last.epochNanoseconds ? end : last),
    null,
  );
}

/** The same of several: when the last of them is. */
export function lastEndOfAll(events: readonly CalendarEvent[]): Temporal.Instant | null {
  const ends = events.map(lastEnd).filter((end) => end !== null);
  if (ends.length < events.length) return null;
  return ends.toSorted((a, b) => b.epochMilliseconds - a.epochMilliseconds)[0] ?? null;
}
