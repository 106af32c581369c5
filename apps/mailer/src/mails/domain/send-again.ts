import { mailKinds } from '#contracts';
import { Temporal } from 'temporal-polyfill';
import { lastMoment } from '../../sending/domain/retry.js';
import type { MailStatus } from './mail-status.js';

/** How long what a mail said is kept, so that it can be sent again, in days. */
export const contentKeptDays = 14;

/** What has left our hands, or could not: to be sent again when somebody asks us to. */
const sendable = new Set<MailStatus>(['sent', 'refused', 'too-late', 'suppressed']);

function isKept(kind: string): boolean {
  return Object.entries(mailKinds).some(([name, agreed]) => name === kind && agreed.isKept);
}

/** Whether a mail that is done with keeps what it said for a while; one that holds a secret never does. */
export function staysSendable(kind: string, status: MailStatus): boolean {
  return isKept(kind) && sendable.has(status);
}

/** What is known of a mail that somebody wants to send again. */
export interface PastMail {
  readonly kind: string;
  readonly status: MailStatus;
  readonly hasContent: boolean;
  /** Its reader has an address. */
  readonly hasAddress: boolean;
  readonly isSwitchedOff: boolean;
  readonly isSuppressed: boolean;
  readonly askedAt: Temporal.Instant;
  readonly neededBy: Temporal.Instant;
}

/**
 * Until when a mail is of use that is sent again now: as long as the first, or from now on as long as any mail where nobody had
 * said.
 *
 * @returns `null` when it is of no use any more
 */
export function usefulUntil(
  { askedAt, neededBy }: Pick<PastMail, 'askedAt' | 'neededBy'>,
  now: Temporal.Instant,
): Temporal.Instant | null {
  if (neededBy.equals(lastMoment(askedAt, null))) return lastMoment(now, null);
  return Temporal.Instant.compare(neededBy, now) > 0 ? neededBy : null;
}

/**
 * Why a mail cannot be sent again, in a sentence for staff.
 *
 * @returns `null` when it can
 */
export function reasonNotToSendAgain(mail: PastMail, now: Temporal.Instant): string | null {
  if (mail.status === 'withdrawn') return 'Its reader has asked to be forgotten.';
  if (mail.isSwitchedOff || mail.status === 'unwanted')
    return 'Its reader has switched off mails of this kind.';
  if (!sendable.has(mail.status)) return 'It has not been tried for the last time yet.';
  if (!isKept(mail.kind)) return 'What mails of this kind say is a secret of their reader and is not kept.';
  if (!mail.hasContent) return `What it said was kept for ${contentKeptDays} days, which are over.`;
  if (!mail.hasAddress) return 'Its reader has no mail address now.';
  if (mail.isSuppressed) return 'A mail server has refused the address for good. Allow mail to it first.';
  if (usefulUntil(mail, now) === null) return 'It is of no use any more.';
  return null;
}
