import type { SendMailOptions } from 'nodemailer';
import { completeMail } from '#ui';
import { completeInvitation } from './domain/invitation.js';
import type { MailboxName } from './domain/mailbox-name.js';
import { plainName } from './domain/plain-name.js';
import { lateNotice } from './late-notice.js';
import type { ClaimedMail } from './mail-queue.js';

/** From whom a mail is, when it leaves, and how its reader ends mails of its kind. */
export interface Leaving {
  readonly from: MailboxName;
  readonly now: Date;
  /** A complete web address; `null`: they cannot be ended. */
  readonly stopUrl: string | null;
}

/**
 * The mail as it leaves: what its writer wrote, and what only we know of it, which is its reader, whether it is late, who
 * invites whom, and how to end such mails.
 *
 * @throws Error when its writer left no place for what it has to say, or its calendar part holds no event
 */
export function composeMail(mail: ClaimedMail, { from, now, stopUrl }: Leaving): SendMailOptions {
  const notice = lateNotice(mail.kind, mail.dueAt, now);
  const { subject, html, text } = completeMail(mail, {
    ...(notice !== undefined && { notice }),
    ...(stopUrl !== null && { stopUrl }),
  });
  const to = { name: plainName(mail.toName), address: mail.toAddress };
  return {
    from,
    to,
    subject,
    html,
    text,
    ...invitation(mail, from, to),
    messageId: mail.messageId,
    date: mail.askedAt,
    headers: {
      // RFC 3834: no holiday notices in answer; the second is what Exchange asks for.
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      // RFC 8058: mail programs offer to end such mails, with one press.
      ...(stopUrl !== null && {
        'List-Unsubscribe': `<${stopUrl}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
    },
  };
}

/** RFC 6047: the calendar part stands beside HTML and text, and once more as a file for programs that do not know it there. */
function invitation(
  { calendarMethod: method, calendarContent: content }: ClaimedMail,
  organizer: MailboxName,
  attendee: MailboxName,
): Pick<SendMailOptions, 'icalEvent'> {
  if (method === null || content === null) return {};
  const whole = completeInvitation({ method, content }, { organizer, attendee });
  const filename = method === 'PUBLISH' ? 'calendar.ics' : 'invite.ics';
  return { icalEvent: { method, content: whole, filename } };
}
