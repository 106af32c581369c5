import type { Temporal } from 'temporal-polyfill';
import type { MailKindName } from '#contracts';
import type { CalendarMethod } from '#icalendar';

/** What a mail says, as `renderMail` of #ui makes it; with a calendar part or without. */
export interface MailContent {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** Without ORGANIZER and ATTENDEE, which the mailer puts in. */
  readonly calendar?: { readonly method: CalendarMethod; readonly content: string } | null;
}

/** What a mail says, of which kind it is and until when it is of use. */
export interface Sending {
  readonly kind: Extract<MailKindName, 'stand-rota' | 'stand-links'>;
  readonly content: MailContent;
  /** When it ought to arrive; without it, as soon as it is sent. */
  readonly due?: Temporal.Instant;
  /** After which it is of no use and is not sent; without it, it always is. */
  readonly neededBy?: Temporal.Instant;
  /** Of the request, or of the message that is being handled. */
  readonly correlationId: string;
}

/** Whom a mail is for: somebody `members` knows, an address, or both (then it goes to that address). */
export type Reader =
  { readonly personId: string; readonly to?: Address } | { readonly personId: null; readonly to: Address };

export interface Address {
  readonly name: string | null;
  readonly address: string;
}

/** A reader as messages name them. */
export const named = ({ personId, to }: Reader) => ({ personId, to: to ?? null });

/** What a mail says, as messages hold it. */
export function told({ kind, content, due, neededBy }: Sending) {
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
