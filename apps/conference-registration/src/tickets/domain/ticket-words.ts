import type { Price } from '../../catalogue/domain/catalogue.js';
import { categoryInSentence } from '../../members/domain/organisation.js';
import { yesOrNo, type Words } from '../../set-up/domain/changes.js';
import type { TicketDetails } from './ticket-details.js';
import { ordinaryUntil, type Format, type TicketKind } from './ticket-type.js';

export const kindWords: Readonly<Record<TicketKind, string>> = { ticket: 'Ticket', 'add-on': 'Add-on' };
export const formatWords: Readonly<Record<Format, string>> = { 'in-person': 'In person', online: 'Online' };

/** How days and sums are written; given in, as their words are not a matter of the domain. */
export interface Writing {
  /** @param day ISO */
  readonly day: (day: string) => string;
  readonly money: (pence: number) => string;
}

/** "20%", "17.5%", "No VAT" */
export function vatInWords(basisPoints: number): string {
  return basisPoints === 0 ? 'No VAT' : `${basisPoints / 100}%`;
}

/** "from 1 to 6", "at most 6", "any number" */
export function amountInWords(least: number, most: number | null): string {
  if (most === null) return least > 1 ? `at least ${least}` : 'any number';
  if (least === most) return `exactly ${most}`;
  return least > 1 ? `from ${least} to ${most}` : `at most ${most}`;
}

/** A price's name in the history: "Price: full member, until 31 January 2027". */
function priceName({ category, until }: Price, { day }: Writing): string {
  const title = categoryInSentence(category);
  return until === ordinaryUntil ? `Price: ${title}` : `Price: ${title}, until ${day(until)}`;
}

/** Everything that is said of a ticket type, for its history. */
export function ticketWords(details: TicketDetails, writing: Writing): Words {
  const { day, money } = writing;
  return {
    Name: details.name,
    Kind: kindWords[details.kind],
    Description: details.description,
    Days: details.days.map(day).join(', '),
    'Takes part': formatWords[details.format],
    ...Object.fromEntries(details.prices.map((price) => [priceName(price, writing), money(price.pence)])),
    VAT: vatInWords(details.vatBasisPoints),
    Hidden: yesOrNo(details.hidden),
    'In one booking': amountInWords(details.least, details.most),
    'Needs approval': yesOrNo(details.needsApproval),
    'On sale from': details.onSaleFrom === null ? '' : day(details.onSaleFrom),
    'On sale until': details.onSaleUntil === null ? '' : day(details.onSaleUntil),
  };
}
