import { isShut } from './shut-address.js';
import type { SmtpFailure } from './smtp-failure.js';

/** How an attempt to hand a mail over ended. */
export type Outcome =
  /** The server has it; `answer` is what it said. */
  | { readonly kind: 'sent'; readonly answer: string }
  /** The server will not have it, now or later. */
  | {
      readonly kind: 'refused';
      readonly answer: string;
      /** Nothing will ever arrive at this address. */
      readonly isShut: boolean;
    }
  /** The server does not want it now, or nobody knows whether it has it; to be tried again. */
  | { readonly kind: 'deferred'; readonly answer: string }
  /** No mail can be handed over at the moment, whichever it is. */
  | { readonly kind: 'unreachable'; readonly answer: string };

const aboutTheMail = /^(MAIL FROM|RCPT TO|DATA|RSET)/;

/** Faults of the mail itself that nodemailer finds before any server is asked. */
const ourOwn = new Set(['EENVELOPE', 'EMESSAGE', 'ESTREAM', 'EFILEACCESS', 'EURLACCESS']);

/** 421: the server goes away, whatever was asked of it (RFC 5321, section 3.8). */
const goingAway = 421;

/** RFC 5321, section 4.2.1: 4yz may succeed later, 5yz will not. */
export function outcomeOf(failure: SmtpFailure): Outcome {
  const { code = '', responseCode, command = '' } = failure;
  const answer = (failure.response ?? failure.message).slice(0, 1000);
  if (responseCode !== undefined) {
    if (responseCode === goingAway || !aboutTheMail.test(command)) return { kind: 'unreachable', answer };
    return responseCode >= 500
      ? { kind: 'refused', answer, isShut: isShut(failure) }
      : { kind: 'deferred', answer };
  }
  if (ourOwn.has(code)) return { kind: 'refused', answer, isShut: false };
  // Lost while the mail was on its way: the mail may be the reason, so it must not hold up the others.
  if (aboutTheMail.test(command) || code === 'EABORT') return { kind: 'deferred', answer };
  return { kind: 'unreachable', answer };
}
