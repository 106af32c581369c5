import { placePath } from '../../stock/addresses.js';
import { amountOf } from '../../stock/in-words.js';
import type { LeftBehind } from '../summary/read-left-behind.js';

/** What is still out of the office. */
export function BringHome({ left }: { readonly left: readonly LeftBehind[] }) {
  if (left.length === 0) return null;
  return (
    <section aria-labelledby="bring-home">
      <h2 class="govuk-heading-m" id="bring-home">
        To be brought home
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {left.map(({ itemId, place, quantity, ...item }) => (
          <li key={`${itemId} ${place.code}`}>
            <bdi>{item.name}</bdi>: {amountOf(quantity, item)},{' '}
            {place.kind === 'car' ? 'with somebody, in ' : 'in '}
            <a class="govuk-link" href={placePath(place.code)}>
              <bdi>{place.name}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
