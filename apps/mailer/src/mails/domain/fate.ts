import { mailKinds } from '#contracts';
import { reasonNotToSend } from '../../sending/domain/sendable.js';
import type { MailStatus } from './mail-status.js';

/** All that decides whether a mail may go, as it is at the moment. */
export interface Standing {
  readonly kind: string;
  readonly toName: string | null;
  /** `null`: the reader has none, or is not known yet. */
  readonly toAddress: string | null;
  readonly subject: string;
  /** Whether we know who the reader is; `members` may not have told yet. */
  readonly isKnown: boolean;
  readonly isErased: boolean;
  /** Whether the moment after which it is of no use has passed. */
  readonly isTooLate: boolean;
  /** Whether the reader has switched off mails of this kind. */
  readonly isSwitchedOff: boolean;
  /** Whether a mail server has refused the address for good. */
  readonly isSuppressed: boolean;
}

/** That a mail is not sent, and why, in words for staff and its reader. */
export interface Fate {
  readonly status: Extract<MailStatus, 'refused' | 'too-late' | 'withdrawn' | 'unwanted' | 'suppressed'>;
  readonly answer: string;
}

/** Whether mails of the kind can be switched off. */
export function isOptional(kind: string): boolean {
  return Object.entries(mailKinds).some(([name, { isOptional: can }]) => name === kind && can);
}

/**
 * What becomes of a mail whatever the mail server would say; asked when it is taken in, and again before each attempt.
 *
 * @returns `null`: it may be sent, or waits for its reader to become known
 */
export function fateOf(standing: Standing): Fate | null {
  const { kind, toName, toAddress, subject, isKnown } = standing;
  if (standing.isErased) {
    return { status: 'withdrawn', answer: 'Not sent: its reader has asked to be forgotten.' };
  }
  if (standing.isTooLate) {
    const why = isKnown ? 'it was of no use any more' : 'its reader was not known while it was of use';
    return { status: 'too-late', answer: `Not sent: ${why}.` };
  }
  if (standing.isSwitchedOff && isOptional(kind)) {
    return { status: 'unwanted', answer: 'Not sent: its reader has switched off mails of this kind.' };
  }
  if (!isKnown) return null;
  if (toAddress === null) {
    return { status: 'refused', answer: 'Not sent: its reader has no verified mail address.' };
  }
  if (standing.isSuppressed) {
    return { status: 'suppressed', answer: 'Not sent: a mail server has refused this address for good.' };
  }
  const reason = reasonNotToSend({ toName, toAddress, subject });
  return reason === null ? null : { status: 'refused', answer: reason };
}
