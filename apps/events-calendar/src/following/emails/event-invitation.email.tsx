import { MailText, renderMail, shortened, type RenderedMail } from '#ui';
import { shortTitle } from '../domain/subject-words.js';
import { EventEnd, EventLines, type EventInMail, type MailLinks } from './event-lines.js';

export interface EventInvitationMail extends MailLinks {
  readonly event: EventInMail;
}

/** What somebody gets who begins to follow an event: the event for their own calendar. */
export function eventInvitationEmail({ event, followingUrl, siteUrl }: EventInvitationMail): RenderedMail {
  return renderMail({
    subject: `You follow: ${shortTitle(event.title)}`,
    title: 'You follow this event',
    preview: shortened(event.when),
    body: (
      <>
        <MailText>
          <strong>{shortened(event.title)}</strong>
        </MailText>
        <EventLines event={event} />
        <MailText>
          What is attached puts it into your calendar. If its time or place changes, or it is called off, you
          get a mail that brings your calendar up to date.
        </MailText>
        <EventEnd event={event} followingUrl={followingUrl} />
      </>
    ),
    why: 'You get this mail because you have just begun to follow this event.',
    siteUrl,
  });
}
