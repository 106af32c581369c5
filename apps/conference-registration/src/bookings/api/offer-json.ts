import type { Temporal } from 'temporal-polyfill';
import type { Catalogue } from '../../catalogue/domain/catalogue.js';
import { offeredTickets, type OfferedPrice } from '../../catalogue/domain/offered-tickets.js';
import { whyNotSold, whyShut } from '../../places/domain/on-sale.js';
import { refusalInWords } from '../../places/refusal-words.js';
import type { OfferOutput } from './booking.schema.js';

/**
 * What a conference offers to everybody at a moment.
 *
 * @param left as `ReadLeft` has it
 */
export function offerJson(
  catalogue: Catalogue,
  left: ReadonlyMap<string, number | null>,
  now: Temporal.Instant,
): OfferOutput {
  const { id, slug, title, version } = catalogue.conference;
  const shut = whyShut(catalogue.conference, now);
  return {
    conference: { id, slug, title, version },
    isOpen: shut === null,
    whyNot: shut && refusalInWords(catalogue, shut),
    tickets: offeredTickets(catalogue, now).map(({ ticketType, prices }) => {
      const { kind, name, description, days, format, vatBasisPoints, least, most, needsApproval } =
        ticketType;
      const notSold = whyNotSold(ticketType, null, now);
      return {
        id: ticketType.id,
        kind,
        name,
        description,
        days: [...days],
        format,
        vatBasisPoints,
        least,
        most,
        needsApproval,
        left: left.get(ticketType.id) ?? null,
        whyNot: notSold && refusalInWords(catalogue, notSold),
        prices: prices.map(priceJson),
      };
    }),
  };
}

const priceJson = ({ category, pence, until, later, free }: OfferedPrice) => ({
  category,
  pence,
  until: until?.toString() ?? null,
  later,
  free,
});
