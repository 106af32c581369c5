import { isMailAddress } from './mailbox-name.js';

/** What of a mail becomes headers. */
export interface Headers {
  readonly toName: string | null;
  readonly toAddress: string;
  readonly subject: string;
}

/** Line breaks of any kind, and what else could end a header (RFC 5322, section 2.2). */
const controls = /[\p{Cc}\u2028\u2029]/u;

/** What no server takes in one line (RFC 5322, section 2.1.1), in characters; they are folded at spaces. */
const longestSubject = 900;

/**
 * Why a mail is not sent at all, in words for staff: somebody may have put headers of their own into it.
 *
 * @returns `null` when nothing is wrong
 */
export function reasonNotToSend({ toName, toAddress, subject }: Headers): string | null {
  if (controls.test(subject)) return 'Not sent: its subject holds a line break or another control character.';
  if (subject.trim() === '') return 'Not sent: it has no subject.';
  if (subject.length > longestSubject) return 'Not sent: its subject is too long.';
  if (controls.test(toName ?? ''))
    return 'Not sent: the name of its reader holds a line break or another control character.';
  if (!isMailAddress(toAddress)) return 'Not sent: its address is no mail address.';
  return null;
}
