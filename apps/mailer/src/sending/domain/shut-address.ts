import type { SmtpFailure } from './smtp-failure.js';

/**
 * What RFC 3463 has for an address that there is none of, or none any more: no such mailbox, no such domain, no address at
 * all, moved, and (RFC 7505) a domain without mail; a mailbox that was shut.
 */
const aboutAddress = new Set(['5.1.1', '5.1.2', '5.1.3', '5.1.6', '5.1.10', '5.2.1']);

/** Codes that servers without better ones give for an address that they do not have (RFC 5321, section 4.2.3). */
const noMailbox = new Set([550, 551, 553]);

/** They also give them for who we are and what they think of us, in words. */
const aboutUs =
  /relay|block|black|deny|denied|spam|polic|reputation|authenti|spf|dkim|dmarc|greylist|rate|your ip|sender/i;

/**
 * Whether a server that refused a mail says that nothing can ever arrive at its address, so that we should not try again
 * with other mails. In doubt it does not: somebody who gets no mail cannot sign in.
 */
export function isShut({ responseCode, response = '', command = '' }: SmtpFailure): boolean {
  if (responseCode === undefined || responseCode < 500 || !command.startsWith('RCPT TO')) return false;
  const enhanced = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1];
  if (enhanced !== undefined) return aboutAddress.has(enhanced);
  return noMailbox.has(responseCode) && !aboutUs.test(response);
}
