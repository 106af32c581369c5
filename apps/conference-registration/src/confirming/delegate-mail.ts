import type { Temporal } from 'temporal-polyfill';
import { v5 as uuidv5 } from 'uuid';
import type { WantedMail } from '#messaging';
import {
  placesOf,
  ticketTypeIdsOf,
  type BookedDelegate,
  type BookingDetails,
} from '../booking-page/booking-details.js';
import { answerInWords } from '../questions/domain/answer.js';
import { askedQuestions } from '../questions/domain/asked.js';
import { changesUntilOf, whenOf, whereOf } from './conference-words.js';
import { renderInvitation, sequenceAt } from './domain/conference-calendar.js';
import { delegateConfirmedEmail } from './emails/delegate-confirmed.email.js';

interface Sent {
  /** The delegate's own page. */
  readonly ownUrl: string;
  readonly siteUrl: string;
  readonly uidDomain: string;
  readonly now: Temporal.Instant;
  readonly correlationId: string;
  /** Whose place they take. */
  readonly insteadOf?: string;
}

/** The mail that tells a delegate that they are registered; none for one without an address. */
export function delegateMail(
  details: BookingDetails,
  delegate: BookedDelegate,
  { ownUrl, siteUrl, uidDomain, now, correlationId, insteadOf }: Sent,
): WantedMail[] {
  const { booking, catalogue } = details;
  const { conference } = catalogue;
  const { id, email, name, personId, version } = delegate.delegate;
  if (email === null) return [];
  const has = placesOf(delegate).map(({ ticketType }) => ticketType.name);
  const asked = { of: 'delegate', ticketTypeIds: ticketTypeIdsOf(delegate) } as const;
  const answered = askedQuestions(catalogue.questions, asked, delegate.answers).flatMap((question) => {
    const answer = delegate.answers.get(question.id);
    return answer === undefined ? [] : [{ question, answer }];
  });
  const shown = answered.filter(({ question }) => question.sensitive === null);
  const isBooker = email.toLowerCase() === booking.bookerEmail.toLowerCase();
  const content = delegateConfirmedEmail({
    conference: { title: conference.title, when: whenOf(conference), where: whereOf(catalogue) },
    reference: booking.reference,
    name,
    bookedBy: isBooker ? null : booking.bookerName,
    ...(insteadOf !== undefined && { insteadOf }),
    has,
    answers: shown.map(({ question, answer }) => ({
      question: question.label,
      answer: answerInWords(question, answer),
    })),
    hasMoreAnswers: shown.length < answered.length,
    changesUntil: changesUntilOf(conference),
    ownUrl,
    siteUrl,
  });
  const calendar = renderInvitation({
    conference,
    isCancelled: false,
    uidDomain,
    changedAt: now,
    sequence: sequenceAt(now),
    where: whereOf(catalogue),
    about: `You have booked: ${has.join(', ')}. Booking ${booking.reference}.`,
    url: `${siteUrl}/conference/${conference.slug}`,
  });
  return [
    {
      // Anew each time that the delegate is written to, as their version has changed by then.
      mailId: uuidv5(`registered ${version}`, id),
      reader: { personId, to: { name, address: email } },
      // Their own link is for nobody else, so that it is not kept for staff to read.
      kind: 'booking-links',
      content: { ...content, calendar: { method: 'REQUEST', content: calendar } },
      correlationId,
    },
  ];
}
