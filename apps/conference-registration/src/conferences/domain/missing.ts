import type { Temporal } from 'temporal-polyfill';
import { dayOf } from '../../set-up/domain/days.js';
import type { ConferenceDetails } from './conference.js';

/** Where staff put right what is missing. */
export type MissingPart = 'edit' | 'tickets' | 'pools';

/** What has to be there, or ought to be, before a conference opens. */
export interface Missing {
  readonly code: string;
  /** What is missing and what to do, a sentence. */
  readonly message: string;
  readonly part: MissingPart;
}

/** A ticket type as far as opening depends on it. */
export interface SoldTicket {
  readonly name: string;
  readonly kind: 'ticket' | 'add-on';
  readonly isWithdrawn: boolean;
  /** Whether some category has a price for it. */
  readonly hasPrice: boolean;
  /** Whether some have it free of charge. */
  readonly hasFreePlaces: boolean;
  readonly isLimited: boolean;
  readonly onSaleUntil: Temporal.Instant | null;
}

/** What a conference cannot open without. */
export function missingToOpen(
  details: ConferenceDetails,
  tickets: readonly SoldTicket[],
  now: Temporal.Instant,
): readonly Missing[] {
  const sold = tickets.filter(({ kind, isWithdrawn }) => kind === 'ticket' && !isWithdrawn);
  const had = sold.filter(({ hasPrice, hasFreePlaces }) => hasPrice || hasFreePlaces);
  const lastDay = details.days.at(-1)?.date ?? '';
  const isPast = (instant: Temporal.Instant | null) =>
    instant !== null && instant.epochMilliseconds <= now.epochMilliseconds;
  return [
    lastDay < dayOf(now, details.zone) && {
      code: 'days-past',
      message: 'Its days are past: choose new ones.',
      part: 'edit' as const,
    },
    isPast(details.closesAt) && {
      code: 'closes-past',
      message: 'The time at which booking ends is past: choose a later one.',
      part: 'edit' as const,
    },
    details.summary === '' && {
      code: 'summary-missing',
      message: 'There is no summary: say in a sentence what it is about.',
      part: 'edit' as const,
    },
    details.terms === '' && {
      code: 'terms-missing',
      message: 'There are no terms: write what people agree to when they book.',
      part: 'edit' as const,
    },
    (details.contact?.email ?? details.contact?.phone ?? null) === null && {
      code: 'contact-missing',
      message: 'Nobody is named to ask: add a contact with an email address or a telephone number.',
      part: 'edit' as const,
    },
    sold.length === 0 && {
      code: 'tickets-missing',
      message: 'There is no ticket: add one that people can book.',
      part: 'tickets' as const,
    },
    sold.length > 0 &&
      had.length === 0 && {
        code: 'prices-missing',
        message: 'No ticket has a price: say what each category pays, £0 where it is free.',
        part: 'tickets' as const,
      },
    had.length > 0 &&
      had.every(({ onSaleUntil }) => isPast(onSaleUntil)) && {
        code: 'sale-past',
        message: 'No ticket is on sale any more: change until when they are.',
        part: 'tickets' as const,
      },
  ].filter((each) => each !== false);
}

/** What looks forgotten, but does not keep a conference from opening. */
export function worthALook(details: ConferenceDetails, tickets: readonly SoldTicket[]): readonly Missing[] {
  const sold = tickets.filter(({ isWithdrawn }) => !isWithdrawn);
  const names = (list: readonly SoldTicket[]) => list.map(({ name }) => `“${name}”`).join(', ');
  const unlimited = sold.filter(({ kind, isLimited }) => kind === 'ticket' && !isLimited);
  const priceless = sold.filter(({ hasPrice, hasFreePlaces }) => !hasPrice && !hasFreePlaces);
  return [
    details.venue === null && {
      code: 'venue-missing',
      message: 'There is no venue yet. People will read that it is to be announced.',
      part: 'edit' as const,
    },
    details.days.some(({ opens }) => opens === null) && {
      code: 'times-missing',
      message: 'Not all days have times yet.',
      part: 'edit' as const,
    },
    details.refundSteps.length === 0 && {
      code: 'refunds-missing',
      message: 'There are no steps for refunds, so whoever cancels is paid nothing back.',
      part: 'edit' as const,
    },
    unlimited.length > 0 && {
      code: 'unlimited',
      message: `Nothing limits how many can book: ${names(unlimited)}.`,
      part: 'pools' as const,
    },
    // Said above all the more loudly where no ticket at all has a price.
    sold.some(({ hasPrice, hasFreePlaces }) => hasPrice || hasFreePlaces) &&
      priceless.length > 0 && {
        code: 'without-price',
        message: `Nobody can book this, as it has no price: ${names(priceless)}.`,
        part: 'tickets' as const,
      },
  ].filter((each) => each !== false);
}
