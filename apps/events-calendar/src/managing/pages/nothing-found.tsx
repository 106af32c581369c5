import { EmptyState, EndOfList } from '#ui';
import { managePath } from '../addresses.js';
import { isFiltered, listOf, staffListAddress, type StaffList } from '../domain/staff-list.js';

/** Stands where the table would be: what will be there, or how to find something. */
export function NothingFound({ list }: { readonly list: StaffList }) {
  if (list.page > 1) {
    return <EndOfList firstPage={staffListAddress(managePath, { ...list, page: 1 })} headingLevel={3} />;
  }
  if (isFiltered(list)) {
    return (
      <EmptyState titleText="No event is like this" headingLevel={3}>
        <p class="govuk-body">
          Try fewer words, or{' '}
          <a class="govuk-link" href={staffListAddress(managePath, listOf({ period: 'all' }))}>
            look at all events, coming and past
          </a>
          .
        </p>
      </EmptyState>
    );
  }
  return (
    <EmptyState
      titleText={list.period === 'past' ? 'Nothing is over yet' : 'Nothing is planned'}
      headingLevel={3}
    >
      <p class="govuk-body">
        Events will be listed here, drafts too.{' '}
        <a class="govuk-link" href={`${managePath}/new`}>
          Write the first one
        </a>
        , or{' '}
        <a class="govuk-link" href={`${managePath}/import`}>
          import a file
        </a>{' '}
        with many.
      </p>
    </EmptyState>
  );
}
