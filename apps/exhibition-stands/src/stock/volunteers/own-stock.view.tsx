import { Button, EmptyState } from '#ui';
import { ownStockPath } from '../addresses.js';
import type { OwnStand } from './own-stand.js';

/** What is on the stand, to hand out and to count. How many there are is not said, so that counting is counting. */
export function OwnStockView({ stand, secret }: { readonly stand: OwnStand; readonly secret: string }) {
  const path = ownStockPath(secret);
  return (
    <>
      <span class="govuk-caption-l">{stand.exhibition.title}</span>
      <h1 class="govuk-heading-l">Stock on the stand</h1>
      {stand.places.length === 0 && (
        <EmptyState titleText="There is nothing to count yet">
          <p class="govuk-body">
            Once staff have brought something to the stand, you can write here what you hand out, and count
            what is left at the end of the day.
          </p>
        </EmptyState>
      )}
      {stand.places.map(({ place, items }) => (
        <section key={place.id} aria-labelledby={`place-${place.code}`}>
          <h2 class="govuk-heading-m" id={`place-${place.code}`}>
            <bdi>{place.name}</bdi>
          </h2>
          <Button href={`${path}/count?${new URLSearchParams({ place: place.code })}`}>
            Count what is here<span class="govuk-visually-hidden"> in {place.name}</span>
          </Button>
          {items.length > 0 && (
            <>
              <h3 class="govuk-heading-s">Hand out</h3>
              <ul class="govuk-list">
                {items.map(({ id, name }) => (
                  <li key={id}>
                    <a
                      class="govuk-link"
                      href={`${path}/hand-out?${new URLSearchParams({ from: place.code, item: id })}`}
                    >
                      <bdi>{name}</bdi>
                      <span class="govuk-visually-hidden"> from {place.name}</span>
                    </a>
                  </li>
                ))}
              </ul>
            </>
          )}
        </section>
      ))}
    </>
  );
}
