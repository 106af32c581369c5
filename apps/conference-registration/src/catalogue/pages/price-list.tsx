import { Temporal } from 'temporal-polyfill';
import { dateInWords, moneyInWords, momentInWords, plural, ResponsiveTable } from '#ui';
import { categories, categoryTitles } from '../../members/domain/organisation.js';
import { joinPath } from '../../waiting-list/addresses.js';
import type { OfferedPrice, OfferedTicket } from '../domain/offered-tickets.js';
import { approvalInWords, leftInWords, vatAfterPrice } from '../offer-words.js';
import type { TicketKind } from '../../tickets/domain/ticket-type.js';

export interface PriceListProps {
  readonly tickets: readonly OfferedTicket[];
  /** How many places everybody can have of each ticket type; missing: any number. */
  readonly left: ReadonlyMap<string, number | null>;
  readonly zone: string;
  /** The conference's name in addresses. */
  readonly slug: string;
  /** Whether bookings can be begun, so that it matters what is left. */
  readonly isOpen: boolean;
}

/** Tickets, then what can be added to them, each with what its categories pay. */
export function PriceList(props: PriceListProps) {
  const headings: Readonly<Record<TicketKind, string>> = {
    ticket: 'Tickets',
    'add-on': 'To add to a ticket',
  };
  return (
    <section aria-labelledby="prices">
      <h2 class="govuk-heading-m" id="prices">
        Tickets and prices
      </h2>
      {(['ticket', 'add-on'] as const).map((kind) => {
        const tickets = props.tickets.filter(({ ticketType }) => ticketType.kind === kind);
        if (tickets.length === 0) return null;
        return (
          <>
            {kind === 'add-on' && <h3 class="govuk-heading-s">{headings[kind]}</h3>}
            {tickets.map((ticket) => (
              <Ticket key={ticket.ticketType.id} ticket={ticket} {...props} />
            ))}
          </>
        );
      })}
    </section>
  );
}

function Ticket({ ticket, left, zone, slug, isOpen }: PriceListProps & { readonly ticket: OfferedTicket }) {
  const { ticketType, prices, sale } = ticket;
  const hasFree = prices.some(({ free }) => free > 0);
  const notes = [
    daysInWords(ticketType.days),
    ticketType.format === 'online' ? 'You take part online.' : null,
    ticketType.needsApproval ? approvalInWords : null,
    saleInWords(sale, zone),
    isOpen && sale.when === 'now' ? leftInWords(left.get(ticketType.id) ?? null) : null,
  ].filter((note) => note !== null);
  const isFull = isOpen && sale.when === 'now' && left.get(ticketType.id) === 0 && !ticketType.needsApproval;
  return (
    <div class="cn-ticket">
      <ResponsiveTable
        caption={ticketType.name}
        captionClasses="govuk-table__caption--s"
        columns={[
          { key: 'category', heading: 'Category' },
          ...(hasFree ? [{ key: 'free', heading: 'Free for each organisation' }] : []),
          {
            key: 'price',
            heading: `Price, ${vatAfterPrice(ticketType.vatBasisPoints)}`,
            format: 'numeric' as const,
          },
        ]}
        rows={pricesShown(prices).map(({ who, ...price }) => [
          who,
          ...(hasFree ? [price.free === 0 ? 'None' : plural(price.free, 'place')] : []),
          priceInWords(price),
        ])}
      />
      {ticketType.description !== '' && <p class="govuk-body">{ticketType.description}</p>}
      {notes.length > 0 && <p class="govuk-body cn-quiet">{notes.join(' ')}</p>}
      {isFull && (
        <p class="govuk-body">
          <strong>Full.</strong>{' '}
          {ticketType.kind === 'ticket' && (
            <a class="govuk-link" href={`${joinPath(slug)}?ticket=${ticketType.id}`}>
              Join the waiting list<span class="govuk-visually-hidden"> for {ticketType.name}</span>
            </a>
          )}
        </p>
      )}
    </div>
  );
}

/** One line for everybody where everybody pays the same. */
function pricesShown(prices: readonly OfferedPrice[]): readonly (OfferedPrice & { readonly who: string })[] {
  const [first] = prices;
  const isSame = new Set(prices.map((price) => `${priceInWords(price)} ${price.free}`)).size === 1;
  if (first !== undefined && isSame && prices.length === categories.length) {
    return [{ ...first, who: 'Everybody' }];
  }
  return prices.map((price) => ({ ...price, who: categoryTitles[price.category] }));
}

/** "£170.00 until 31 March, then £195.00" */
function priceInWords({ pence, until, later }: OfferedPrice): string {
  if (pence === null) return 'The free places only';
  const now = pence === 0 ? 'Free' : moneyInWords(pence);
  if (until === null) return now;
  const next = later === null ? 'then not on sale' : `then ${later === 0 ? 'free' : moneyInWords(later)}`;
  return `${now} until ${dateInWords(until, { weekday: false })}, ${next}`;
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
