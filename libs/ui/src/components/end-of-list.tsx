import { EmptyState, type EmptyStateProps } from './empty-state.js';

export interface EndOfListProps extends Pick<EmptyStateProps, 'headingLevel'> {
  readonly firstPage: string;
}

/** Stands where the table would be when an address asks for a page that the list does not have, or has no longer. */
export function EndOfList({ firstPage, ...heading }: EndOfListProps) {
  return (
    <EmptyState titleText="The list ends before this page" {...heading}>
      <p class="govuk-body">
        <a class="govuk-link" href={firstPage}>
          Go to its first page
        </a>
      </p>
    </EmptyState>
  );
}
