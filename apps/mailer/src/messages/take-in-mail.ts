import { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import type { Message } from '#contracts';
import type { TakeIn } from '../mails/take-in.js';
import { lastMoment } from '../sending/domain/retry.js';

type Requested =
  | 'members.mail-requested.v1'
  | 'events-calendar.mail-requested.v1'
  | 'conference-registration.mail-requested.v1'
  | 'exhibition-stands.mail-requested.v1'
  | 'study-visits.mail-requested.v1';

/** The moment after which what a message asks for is of no use. */
export function neededBy({
  at,
  payload,
}: {
  readonly at: string;
  readonly payload: { readonly neededBy: string | null };
}): string {
  const given = payload.neededBy === null ? null : Temporal.Instant.from(payload.neededBy);
  return lastMoment(Temporal.Instant.from(at), given).toString();
}

/** Takes in one mail, whoever asks for it. */
export async function takeInMail(
  takeIn: TakeIn,
  manager: EntityManager,
  message: Message<Requested>,
): Promise<void> {
  const { mailId, personId, to, kind, subject, html, text, calendar, due } = message.payload;
  await takeIn.run(manager, [{ mailId, personId, to }], {
    kind,
    subject,
    content: { html, text, calendar },
    mailingId: null,
    due,
    neededBy: neededBy(message),
    askedAt: message.at,
    correlationId: message.correlationId,
  });
}
