import { Temporal } from 'temporal-polyfill';
import { dateRangeInWords, Tag } from '#ui';
import type { OwnTravelling } from './list-own-travels.js';

export interface OwnTravelsProps {
  readonly travels: readonly OwnTravelling[];
  /** To somebody’s own page; `null`: not for whoever acts for them, as that page is theirs alone. */
  readonly pathOf: ((travel: OwnTravelling) => string) | null;
}

/** The visits that somebody travels with, each with the way to their own page. */
export function OwnTravels({ travels, pathOf }: OwnTravelsProps) {
  if (travels.length === 0) return null;
  return (
    <section aria-labelledby="travels">
      <h2 class="govuk-heading-m" id="travels">
        You travel with
      </h2>
      <ul class="govuk-list">
        {travels.map((travel) => {
          const { id, visitTitle, visitStatus, firstDay, lastDay, part } = travel;
          return (
            <li key={id}>
              {pathOf === null ? (
                <bdi>{visitTitle}</bdi>
              ) : (
                <a class="govuk-link" href={pathOf(travel)}>
                  <bdi>{visitTitle}</bdi>
                </a>
              )}
              , {dateRangeInWords(Temporal.PlainDate.from(firstDay), Temporal.PlainDate.from(lastDay))}
              {part === 'leader' && '; you lead it'}
              {visitStatus === 'cancelled' && (
                <>
                  {' '}
                  <Tag colour="red">Called off</Tag>
                </>
              )}
            </li>
          );
        })}
      </ul>
      {pathOf === null && (
        <p class="govuk-body">Their own pages open for themselves alone, by the links in their mails.</p>
      )}
    </section>
  );
}
