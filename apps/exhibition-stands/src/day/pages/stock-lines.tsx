import { Tag } from '#ui';
import type { StandStock } from '../../stock/reading/stock-on-stand.js';

/** What is on the stand of each thing, and how long it lasts. */
export function StockLines({ stock }: { readonly stock: readonly StandStock[] }) {
  return (
    <ul class="govuk-list govuk-list--bullet">
      {stock
        .toSorted((one, other) => Number(other.isLow) - Number(one.isLow))
        .map(({ item, remains, words, isLow }) => (
          <li key={item.id}>
            <bdi>{item.name}</bdi>: {remains} here. {words} {isLow && <Tag colour="yellow">Order more</Tag>}
          </li>
        ))}
    </ul>
  );
}
