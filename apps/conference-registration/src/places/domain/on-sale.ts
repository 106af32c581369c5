import { Temporal } from 'temporal-polyfill';
import { bookingWindow } from '../../catalogue/domain/booking-window.js';
import { codeIsFor, isInForce, type Code, type TicketType } from '../../catalogue/domain/catalogue.js';
import type { Conference } from '../../catalogue/domain/conference.js';
import type { Refusal } from './refusal.js';

const isBefore = (one: Temporal.Instant, other: Temporal.Instant): boolean =>
  Temporal.Instant.compare(one, other) < 0;

/** The day that it is at a conference. */
export const dayThere = ({ zone }: Pick<Conference, 'zone'>, now: Temporal.Instant): Temporal.PlainDate =>
  now.toZonedDateTimeISO(zone).toPlainDate();

/** Why a conference takes no new bookings at a moment; `null`: it does. */
export function whyShut(conference: Conference, now: Temporal.Instant): Refusal | null {
  const window = bookingWindow(conference, now);
  if (window.isOpen) return null;
  const at = window.why === 'closed' ? conference.closesAt : window.opensAt;
  return { code: 'not-on-sale', shut: window.why, at };
}

/** Why a ticket cannot be had at a moment by whoever has a code, if they have one; `null`: it can. */
export function whyNotSold(ticketType: TicketType, code: Code | null, now: Temporal.Instant): Refusal | null {
  const { withdrawnAt, onSaleFrom, onSaleUntil, hidden } = ticketType;
  const because = (
    why: 'not-yet' | 'ended' | 'withdrawn' | 'hidden',
    at: Temporal.Instant | null = null,
  ): Refusal => ({ code: 'not-on-sale', ticketType, why, at });
  if (hidden && !(code && isInForce(code, now) && codeIsFor(code, ticketType))) return because('hidden');
  if (withdrawnAt !== null) return because('withdrawn');
  if (onSaleFrom !== null && isBefore(now, onSaleFrom)) return because('not-yet', onSaleFrom);
  if (onSaleUntil !== null && !isBefore(now, onSaleUntil)) return because('ended', onSaleUntil);
  return null;
}
