import { Temporal } from 'temporal-polyfill';
import { dateInWords, Details, momentInWords } from '#ui';
import type { Category } from '../../members/domain/organisation.js';
import { joinPath } from '../../waiting-list/addresses.js';
import type { OfferedTicket } from '../domain/offered-tickets.js';
import { approvalInWords, leftInWords } from '../offer-words.js';
import { changeInWords, freeInWords, isOnePrice, priceInWords, whoInWords } from '../price-words.js';
import { PriceTable } from './price-table.js';

export interface PriceListProps {
  readonly tickets: readonly OfferedTicket[];
  /** How many places everybody can have of each ticket type; missing: any number. */
  readonly left: ReadonlyMap<string, number | null>;
  readonly zone: string;
  /** The conference's name in addresses. */
  readonly slug: string;
  /** Whether bookings can be begun, so that it matters what is left. */
  readonly isOpen: boolean;
  /** The category whose prices the reader pays; `null`: nobody knows, or several. */
  readonly own: Category | null;
}

/** Tickets, then what can be added to them, each with what its categories pay. */
export function PriceList(props: PriceListProps) {
  const of = (wanted: string) => props.tickets.filter(({ ticketType: { kind } }) => kind === wanted);
  return (
    <>
      <Kind id="prices" heading="Tickets and prices" {...props} tickets={of('ticket')} />
      <Kind id="add-ons" heading="To add to a ticket" {...props} tickets={of('add-on')} />
    </>
  );
}

function Kind({ id, heading, ...props }: PriceListProps & { readonly id: string; readonly heading: string }) {
  if (props.tickets.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 class="govuk-heading-m" id={id}>
        {heading}
      </h2>
      {props.tickets.map((ticket) => (
        <Ticket key={ticket.ticketType.id} ticket={ticket} {...props} />
      ))}
    </section>
  );
}

type TicketProps = PriceListProps & { readonly ticket: OfferedTicket };

function Ticket({ ticket, left, zone, slug, isOpen, own }: TicketProps) {
  const { ticketType, sale } = ticket;
  const isOnSale = isOpen && sale.when === 'now';
  const notes = [
    daysInWords(ticketType.days),
    ticketType.format === 'online' ? 'You take part online.' : null,
    ticketType.needsApproval ? approvalInWords : null,
    saleInWords(sale, zone),
    isOnSale ? leftInWords(left.get(ticketType.id) ?? null) : null,
  ].filter((note) => note !== null);
  const isFull = isOnSale && left.get(ticketType.id) === 0 && !ticketType.needsApproval;
  return (
    <div class="cn-ticket">
      <div class="cn-ticket__about">
        <h3 class="cn-ticket__name">{ticketType.name}</h3>
        {ticketType.description !== '' && <p>{ticketType.description}</p>}
        {notes.length > 0 && <p class="cn-quiet">{notes.join(' ')}</p>}
        {isFull && (
          <p>
            <strong>Full.</strong>{' '}
            {ticketType.kind === 'ticket' && (
              <a class="govuk-link" href={`${joinPath(slug)}?ticketTypeId=${ticketType.id}`}>
                Join the waiting list<span class="govuk-visually-hidden"> for {ticketType.name}</span>
              </a>
            )}
          </p>
        )}
      </div>
      <div class="cn-ticket__prices">
        <Prices ticket={ticket} own={own} />
      </div>
    </div>
  );
}

/** One sentence where all pay the same; otherwise the reader's own price first, if it is known, and the others' beneath. */
function Prices({ ticket, own }: Pick<TicketProps, 'ticket' | 'own'>) {
  const { ticketType, prices } = ticket;
  const [first] = prices;
  const free = freeInWords(prices);
  const freeLine = free.length > 0 && <p>{free.join(' ')}</p>;
  if (first !== undefined && isOnePrice(prices)) {
    return (
      <>
        <p>
          <strong>{priceInWords(first, ticketType.vatBasisPoints)}</strong> for{' '}
          {whoInWords(prices.map(({ category }) => category))}
          {changeInWords(first)}
        </p>
        {freeLine}
      </>
    );
  }
  if (own === null) {
    return (
      <>
        <PriceTable {...ticket} />
        {freeLine}
      </>
    );
  }
  const price = prices.find(({ category }) => category === own);
  return (
    <>
      <p>
        {price === undefined ? (
          `Not for ${whoInWords([own])}`
        ) : (
          <>
            <strong>{priceInWords(price, ticketType.vatBasisPoints)}</strong> for {whoInWords([own])}
            {changeInWords(price)}
          </>
        )}
      </p>
      {price !== undefined && price.free > 0 && <p>{freeInWords([price])}</p>}
      <Details
        summaryText={
          <>
            What others pay<span class="govuk-visually-hidden"> for {ticketType.name}</span>
          </>
        }
      >
        <PriceTable {...ticket} />
        {freeLine}
      </Details>
    </>
  );
}

function daysInWords(days: readonly string[]): string | null {
  if (days.length === 0) return null;
  const words = days.map((day) => dateInWords(Temporal.PlainDate.from(day)));
  return `For ${words.join(' and ')}.`;
}

function saleInWords(sale: OfferedTicket['sale'], zone: string): string | null {
  const moment = (at: Temporal.Instant) => momentInWords(new Date(at.epochMilliseconds), zone);
  if (sale.when === 'ended') return 'No longer on sale.';
  if (sale.when === 'later') return `On sale from ${moment(sale.from)}.`;
  return sale.until === null ? null : `On sale until ${moment(sale.until)}.`;
}
