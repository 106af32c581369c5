import { MailText, renderMail, shortened, type RenderedMail } from '#ui';
import { shortTitle } from '../domain/subject-words.js';
import { EventEnd, EventLines, type EventInMail, type MailLinks } from './event-lines.js';

export interface NewEventMail extends MailLinks {
  readonly event: EventInMail;
  /** The name of the series that it is in; `null` where an event that the reader follows goes on as this one. */
  readonly series: string | null;
}

/** Tells of a new event those who follow its series, or the event whose later dates it has taken over. */
export function newEventEmail({ event, series, followingUrl, siteUrl }: NewEventMail): RenderedMail {
  const goesOn = series === null;
  return renderMail({
    subject: goesOn
      ? `Later dates: ${shortTitle(event.title)}`
      : `New in ${shortTitle(series)}: ${shortTitle(event.title)}`,
    title: goesOn ? 'Later dates of what you follow' : `New in ${shortened(series, 150)}`,
    preview: shortened(event.when),
    body: (
      <>
        <MailText>
          <strong>{shortened(event.title)}</strong>
        </MailText>
        {goesOn && (
          <MailText>
            The later dates of an event that you follow are an event of their own now. You follow this one,
            too.
          </MailText>
        )}
        <EventLines event={event} />
        <MailText>What is attached puts it into your calendar.</MailText>
        <EventEnd event={event} followingUrl={followingUrl} />
      </>
    ),
    why: goesOn
      ? 'You get this mail because you follow the event that had these dates before.'
      : 'You get this mail because you follow the series that this event is in.',
    siteUrl,
  });
}
