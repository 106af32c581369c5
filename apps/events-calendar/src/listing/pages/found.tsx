import type { ComponentChildren } from 'preact';
import { EmptyState, Pages, plural } from '#ui';
import { filteredAddress, isEverything, type Filter } from '../domain/filter.js';
import type { Page } from '../domain/paging.js';
import { ActiveFilters, FilterPanel, type FilterPanelProps } from './filter-panel.js';

export interface FoundProps {
  readonly page: Page;
  readonly filter: Filter;
  /** Where the list is. */
  readonly path: string;
  /** What follows the number: “coming up”. */
  readonly are: string;
}

/** A list with its filter, which stands before it, and beside it where there is room. */
export function Listing({ children, ...panel }: FilterPanelProps & { readonly children: ComponentChildren }) {
  return (
    <div class="cn-listing">
      <div class="cn-listing__filter">
        <FilterPanel {...panel} />
      </div>
      <div class="cn-listing__results">
        <ActiveFilters {...panel} />
        {children}
      </div>
    </div>
  );
}

/** How much was found, in words. */
export function FoundInWords({ page, filter, are }: Omit<FoundProps, 'path'>) {
  const { total, count, first, last } = page;
  const that = isEverything(filter) ? are : 'found';
  return (
    <p class="govuk-body cn-quiet">
      {count > 1
        ? `Showing ${first} to ${last} of ${plural(total, 'event')} ${that}`
        : `${plural(total, 'event')} ${that}`}
    </p>
  );
}

/** Links to the other pages of a list. */
export function ListPages({ page, filter, path }: Omit<FoundProps, 'are'>) {
  return (
    <Pages
      current={page.number}
      total={page.count}
      href={(number) => filteredAddress(path, filter, number === 1 ? {} : { page: String(number) })}
    />
  );
}

/** Said where a filter finds nothing. */
export function NothingFound({
  path,
  filter,
  children,
}: {
  readonly path: string;
  readonly filter: Filter;
  /** Where else to look. */
  readonly children?: ComponentChildren;
}) {
  return (
    <EmptyState titleText="Nothing matches what you asked for">
      <p class="govuk-body">
        {filter.text === ''
          ? 'Take away one of the filters above, or all of them:'
          : 'Try another or a shorter word, take away one of the filters above, or all of them:'}{' '}
        <a class="govuk-link" href={path}>
          show everything
        </a>
        .
      </p>
      {children}
    </EmptyState>
  );
}
