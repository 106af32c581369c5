import type { Temporal } from 'temporal-polyfill';
import type { MailKindName, PayloadOf } from '#contracts';

type Calendar = NonNullable<PayloadOf<'members.mail-requested.v1'>['calendar']>;

/** What a mail says, as `renderMail` of #ui makes it; with a calendar part or without. */
export interface MailContent {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** Without ORGANIZER and ATTENDEE, which the mailer puts in. */
  readonly calendar?: Readonly<Calendar> | null;
}

/** What is the same for one mail and for one to many. */
export interface MailSending {
  readonly kind: MailKindName;
  readonly content: MailContent;
  /** When it ought to arrive; without it, as soon as it is sent. */
  readonly due?: Temporal.Instant;
  /** After which it is of no use and is not sent; without it, it always is. */
  readonly neededBy?: Temporal.Instant;
  /** Of the request, or of the message that is being handled. */
  readonly correlationId: string;
}

/** Whom a mail is for: somebody `members` knows, an address, or both (then it goes to that address). */
export type MailReader =
  | { readonly personId: string; readonly to?: MailAddress }
  | { readonly personId: null; readonly to: MailAddress };

export interface MailAddress {
  readonly name: string | null;
  readonly address: string;
}

/** A reader as messages name them. */
export const readerInMessage = ({ personId, to }: MailReader) => ({ personId, to: to ?? null });

/** What a mail says, as messages hold it. */
export function sendingInMessage({ kind, content, due, neededBy }: MailSending) {
  const { subject, html, text, calendar = null } = content;
  return {
    kind,
    subject,
    html,
    text,
    calendar,
    due: due?.toString() ?? null,
    neededBy: neededBy?.toString() ?? null,
  };
}
