import { Table } from '#ui';
import { categoryTitles } from '../../members/domain/organisation.js';
import type { OfferedPrice, OfferedTicket } from '../domain/offered-tickets.js';
import { vatAfterPrice } from '../offer-words.js';
import { amountInWords, dayInWords } from '../price-words.js';

/** What each category pays for a ticket, narrow enough for a phone: an early price and what follows stand side by side. */
export function PriceTable({ ticketType, prices }: Pick<OfferedTicket, 'ticketType' | 'prices'>) {
  const days = new Set(prices.flatMap(({ until }) => until?.toString() ?? []));
  const [day] = prices.flatMap(({ until }) => until ?? []);
  const common = days.size === 1 ? day : undefined;
  const numeric = (text: string) => ({ text, format: 'numeric' });
  return (
    <Table
      classes={common === undefined ? 'cn-prices cn-prices--one' : 'cn-prices'}
      caption={`Prices, ${vatAfterPrice(ticketType.vatBasisPoints)}`}
      captionClasses="cn-prices__caption"
      firstCellIsHeader
      head={[
        { text: 'Category' },
        ...(common === undefined
          ? [numeric('Price')]
          : [numeric(`Until ${dayInWords(common)}`), numeric('Then')]),
      ]}
      rows={prices.map((price) => [
        { text: categoryTitles[price.category] },
        ...(common === undefined
          ? [numeric(changing(price))]
          : [numeric(amountInWords(price.pence)), numeric(afterwards(price))]),
      ])}
    />
  );
}

/** What it costs once the day is over until which others have an early price. */
function afterwards({ pence, until, later }: OfferedPrice): string {
  if (until === null) return amountInWords(pence);
  return later === null ? 'Not on sale' : amountInWords(later);
}

/** Where early prices end on several days, each says so itself. */
function changing(price: OfferedPrice): string {
  const now = amountInWords(price.pence);
  if (price.until === null) return now;
  return `${now} until ${dayInWords(price.until)}, then ${afterwards(price).toLowerCase()}`;
}
