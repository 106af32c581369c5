import { dateOf, Problem } from '#platform';
import { listInWords, momentInWords, plural } from '#ui';
import type { Temporal } from 'temporal-polyfill';
import type { ShutReason } from '../catalogue/domain/booking-window.js';
import type { Catalogue } from '../catalogue/domain/catalogue.js';
import type { Refusal } from './domain/refusal.js';

/** 409: places cannot be had; which limit, what is left and what to do. */
export function placesRefused(catalogue: Catalogue, refusal: Refusal): Problem {
  return new Problem({
    status: 409,
    code: refusal.code,
    title: 'These places cannot be had',
    detail: refusalInWords(catalogue, refusal),
  });
}

/** The same as a sentence or two. */
export function refusalInWords(catalogue: Catalogue, refusal: Refusal): string {
  switch (refusal.code) {
    case 'not-on-sale':
      return 'shut' in refusal ? shutInWords(catalogue, refusal) : notSoldInWords(catalogue, refusal);
    case 'sold-out':
      return refusal.left === 0
        ? `There are no places left in “${refusal.pool.name}”. Ask to be put on the waiting list, or choose something else.`
        : `There ${isOrAre(refusal.left)} ${plural(refusal.left, 'place')} left in “${refusal.pool.name}”, and you asked for ${refusal.wanted}. Choose fewer.`;
    case 'organisation-limit':
      return `One organisation may have ${plural(refusal.pool.capacity, 'place')} of “${refusal.pool.name}”, and yours can take ${
        refusal.left === 0 ? 'no more' : `${refusal.left} more`
      }. You asked for ${refusal.wanted}.`;
    case 'queue-first':
      return `People are waiting for “${refusal.what}”, and what becomes free is offered to them first. Ask to be put on the waiting list.`;
    case 'allocation-used':
      return `“${refusal.ticketType.name}” is free of charge for ${plural(total(refusal.usedUp), 'delegate')} of your organisation, and those places are taken. It is not sold otherwise.`;
    case 'code-used':
      return `The code ${refusal.typed.code} is good for ${refusal.left === 0 ? 'no more places' : plural(refusal.left, 'more place')}, and you asked for ${refusal.wanted}. ${
        refusal.left === 0 ? 'Book without it' : 'Choose fewer, or book the rest without it'
      }.`;
  }
}

const isOrAre = (amount: number): string => (amount === 1 ? 'is' : 'are');

const total = (allocations: readonly { readonly places: number }[]): number =>
  allocations.reduce((sum, { places }) => sum + places, 0);

const moment = ({ conference: { zone } }: Catalogue, at: Temporal.Instant): string =>
  momentInWords(dateOf(at), zone);

function shutInWords(
  catalogue: Catalogue,
  { shut, at }: { readonly shut: ShutReason; readonly at: Temporal.Instant | null },
): string {
  const { conference } = catalogue;
  const ask =
    conference.contactEmail === null ? '' : ` If you have a question, write to ${conference.contactEmail}.`;
  switch (shut) {
    case 'draft':
      return 'This conference is not announced yet.';
    case 'not-yet':
      return `Booking opens on ${at === null ? 'a day that is not settled yet' : moment(catalogue, at)}.${ask}`;
    case 'paused':
      return `Booking is paused${because(conference)} Come back later.${ask}`;
    case 'closed':
      return `Booking ${at === null ? 'is closed' : `closed on ${moment(catalogue, at)}`}.${ask}`;
    case 'over':
      return 'This conference is over.';
    case 'cancelled':
      return `This conference is cancelled${because(conference)}${ask}`;
  }
}

/** ": The hall is not ready." @returns a full stop where no reason is given */
function because({ statusReason }: Pick<Catalogue['conference'], 'statusReason'>): string {
  if (!statusReason) return '.';
  return `: ${statusReason}${/[.!?]$/.test(statusReason) ? '' : '.'}`;
}

function notSoldInWords(
  catalogue: Catalogue,
  { ticketType, why, at }: Extract<Refusal, { code: 'not-on-sale'; why: string }>,
): string {
  const name = `“${ticketType.name}”`;
  switch (why) {
    case 'not-yet':
      return `${name} can be booked from ${at === null ? 'a later day' : moment(catalogue, at)}.`;
    case 'ended':
      return `${name} could be booked until ${at === null ? 'now' : moment(catalogue, at)}. Choose something else.`;
    case 'withdrawn':
      return `${name} is not sold any more. Choose something else.`;
    case 'hidden':
      return `${name} needs a code that is in force. Enter it, or choose something else.`;
    case 'not-for-category':
      return `${name} is not for your category. Choose something else${othersFor(catalogue)}.`;
  }
}

const othersFor = ({ ticketTypes }: Catalogue): string => {
  const shown = ticketTypes.filter(
    ({ hidden, withdrawnAt, kind }) => !hidden && withdrawnAt === null && kind === 'ticket',
  );
  return shown.length === 0
    ? ''
    : `: ${listInWords(
        shown.map(({ name }) => name),
        'or',
      )}`;
};
