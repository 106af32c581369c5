import type { ComponentChildren } from 'preact';
import type { SheetFormat } from '#sheets';
import { EmptyState, EndOfList, ExportLinks, Pages } from '#ui';
import { isFiltered, listAddress, type RunningList } from '../domain/list-query.js';

/** How many lines a page of a list holds. */
export const pageSize = 50;

export interface ListFrameProps {
  readonly path: string;
  /** "bookings" */
  readonly what: string;
  readonly list: RunningList;
  /** Of all pages. */
  readonly total: number;
  readonly isEmpty: boolean;
  /** What will be here, and how it comes about. */
  readonly nothingYet: string;
  /** The table. */
  readonly children: ComponentChildren;
}

/** Round a table of bookings or delegates: its exports, its pages, and what stands there when it is empty. */
export function ListFrame({ path, what, list, total, isEmpty, nothingYet, children }: ListFrameProps) {
  if (isEmpty) {
    if (list.page > 1) return <EndOfList firstPage={listAddress(path, { ...list, page: 1 })} />;
    return isFiltered(list) ? (
      <EmptyState titleText={`No ${what} are like this`}>
        <p class="govuk-body">
          Try fewer words, or{' '}
          <a class="govuk-link" href={`${path}?state=any`}>
            look at all of them
          </a>
          , also those that were cancelled.
        </p>
      </EmptyState>
    ) : (
      <EmptyState titleText={`There are no ${what} yet`}>
        <p class="govuk-body">{nothingYet}</p>
      </EmptyState>
    );
  }
  const file = (format: SheetFormat) => listAddress(`${path}/export.${format}`, { ...list, page: 1 });
  return (
    <>
      <ExportLinks what="this list" file={file} />
      {children}
      <Pages
        current={list.page}
        total={Math.ceil(total / pageSize)}
        href={(page) => listAddress(path, { ...list, page })}
        landmarkLabel={`Pages of ${what}`}
      />
    </>
  );
}
