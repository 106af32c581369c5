import {
  MailButton,
  MailLink,
  MailSmallPrint,
  MailText,
  renderMail,
  shortened,
  type RenderedMail,
} from '#ui';
import { newEventsInWords } from '../domain/subject-words.js';
import type { EventInMail, MailLinks } from './event-lines.js';

/** An event in a list of several. */
export interface EventListed extends Pick<EventInMail, 'title' | 'when' | 'where' | 'url'> {
  /** The event as a file for the reader's own calendar. */
  readonly fileUrl: string;
}

export interface NewEventsMail extends MailLinks {
  /** Two or more. */
  readonly events: readonly EventListed[];
  /** The name of the series that they are in. */
  readonly series: string;
  /** What is on in the series. */
  readonly seriesUrl: string;
  readonly feedUrl: string;
}

/** As many events as a mail lists. */
const mostListed = 10;

/** As much of a title or a place as the list has room for, in characters. */
const longestPart = 150;

/** As much of a title as a link needs to be told from the others. */
const longestName = 40;

/** Tells those who follow a series of several new events in it. */
export function newEventsEmail({
  events,
  series,
  seriesUrl,
  feedUrl,
  followingUrl,
  siteUrl,
}: NewEventsMail): RenderedMail {
  const listed = events.slice(0, mostListed);
  const more = events.length - listed.length;
  return renderMail({
    subject: newEventsInWords(events.length, series),
    title: newEventsInWords(events.length, series),
    preview: shortened(listed.map(({ title }) => shortened(title, longestPart)).join(', ')),
    body: (
      <>
        {listed.map((event) => (
          <Listed key={event.url} event={event} />
        ))}
        {more > 0 && (
          <MailText>
            And {more} more: <MailLink href={seriesUrl}>see all of this series</MailLink>
          </MailText>
        )}
        <MailButton href={seriesUrl}>See what’s on in this series</MailButton>
        <MailText>
          To have the public events of this series in your calendar, and kept up to date there, subscribe to{' '}
          <MailLink href={feedUrl}>its feed</MailLink>.
        </MailText>
        <MailSmallPrint>
          <MailLink href={followingUrl}>See what you follow, and stop following this series</MailLink>
        </MailSmallPrint>
      </>
    ),
    why: 'You get this mail because you follow the series that these events are in.',
    siteUrl,
  });
}

function Listed({ event }: { readonly event: EventListed }) {
  return (
    <>
      <MailText>
        <MailLink href={event.url}>
          <strong>{shortened(event.title, longestPart)}</strong>
        </MailLink>
      </MailText>
      <MailText>
        <strong>When:</strong> {shortened(event.when, longestPart * 2)}
      </MailText>
      <MailText>
        <strong>Where:</strong> {shortened(event.where, longestPart)}
      </MailText>
      <MailSmallPrint>
        <MailLink href={event.fileUrl}>
          Put “{shortened(event.title, longestName)}” into your calendar
        </MailLink>
      </MailSmallPrint>
    </>
  );
}
