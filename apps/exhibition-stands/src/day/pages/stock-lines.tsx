import { Tag } from '#ui';
import { lastsWords } from '../../stock/in-words.js';
import type { StandStock } from '../../stock/reading/stock-on-stand.js';

const lowFirst = (stock: readonly StandStock[]) =>
  stock.toSorted((one, other) => Number(other.isLow) - Number(one.isLow));

const OrderMore = () => <Tag colour="yellow">Order more</Tag>;

/** What is on the stand of each thing, and how long it lasts. */
export function StockLines({ stock }: { readonly stock: readonly StandStock[] }) {
  return (
    <ul class="govuk-list govuk-list--bullet">
      {lowFirst(stock).map(({ item, remains, words, isLow }) => (
        <li key={item.id}>
          <bdi>{item.name}</bdi>: {remains} here. {words} {isLow && <OrderMore />}
        </li>
      ))}
    </ul>
  );
}

/** How long things on the stand last, and not how many there are: whoever reads it may be the one who counts them. */
export function UncountedStockLines({ stock }: { readonly stock: readonly StandStock[] }) {
  return (
    <ul class="govuk-list govuk-list--bullet">
      {lowFirst(stock).map(({ item, forecast, words, isLow }) => (
        <li key={item.id}>
          <bdi>{item.name}</bdi>: {forecast.kind === 'lasts' ? lastsWords(item) : words}{' '}
          {isLow && <OrderMore />}
        </li>
      ))}
    </ul>
  );
}
