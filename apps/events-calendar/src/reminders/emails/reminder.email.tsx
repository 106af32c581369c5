import { MailText, renderMail, shortened, type RenderedMail } from '#ui';
import type { When } from '../../events/domain/event.js';
import { dateInWords, monthInWords } from '../../events/domain/calendar-date.js';
import { startDay } from '../../events/domain/when.js';
import { shortTitle } from '../../following/domain/subject-words.js';
import {
  EventEnd,
  EventLines,
  type EventInMail,
  type MailLinks,
} from '../../following/emails/event-lines.js';

export interface ReminderMail extends MailLinks {
  readonly event: EventInMail;
  /** The date that it reminds of. */
  readonly when: When;
}

/**
 * Reminds of a date of an event. It says on which day that is, not in how many days: a mail may be read later than it is
 * sent.
 */
export function reminderEmail({ event, when, followingUrl, siteUrl }: ReminderMail): RenderedMail {
  const day = when.type === 'month' ? monthInWords(when.month) : dateInWords(startDay(when));
  return renderMail({
    subject: `Reminder: ${shortTitle(event.title)}, ${day}`,
    title: 'Reminder',
    preview: shortened(event.when),
    body: (
      <>
        <MailText>
          <strong>{shortened(event.title)}</strong>
        </MailText>
        <EventLines event={event} />
        <EventEnd event={event} followingUrl={followingUrl} />
      </>
    ),
    why: 'You get this mail because you asked to be reminded of this event when you followed it or its series.',
    siteUrl,
  });
}
