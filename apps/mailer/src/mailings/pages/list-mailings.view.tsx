import { EmptyState, EndOfList, momentInWords, Pages, plural, ResponsiveTable } from '#ui';
import { kindInWords } from '../../mails/pages/words.js';
import { mailingPath, mailingsPath } from '../addresses.js';
import type { ListedMailing, ListedMailings } from '../find-mailings.js';
import { progressInWords } from './progress-in-words.js';

/** How many mailings a page of the table holds. */
export const pageSize = 50;

export interface ListMailingsProps {
  /** From 1. */
  readonly page: number;
  readonly found: ListedMailings;
}

export function ListMailingsView({ page, found }: ListMailingsProps) {
  return (
    <>
      <h1 class="govuk-heading-xl">Mailings</h1>
      <p class="govuk-body-l">
        Mails that go to many people at once, such as news of an event to all who follow it.
      </p>
      {found.items.length > 0 && <Found page={page} found={found} />}
      {found.items.length === 0 && page > 1 && <EndOfList firstPage={mailingsPath} />}
      {found.items.length === 0 && page === 1 && (
        <EmptyState titleText="There has been no mailing yet">
          <p class="govuk-body">
            Mailings will be listed here from the first on: change the time of an event that somebody follows,
            and you will see one.
          </p>
        </EmptyState>
      )}
    </>
  );
}

function Found({ page, found }: ListMailingsProps) {
  return (
    <>
      <ResponsiveTable
        caption={`${plural(found.total, 'mailing')}, the latest first`}
        captionClasses="govuk-table__caption--s"
        columns={[
          { key: 'title', heading: 'About' },
          { key: 'kind', heading: 'Kind' },
          { key: 'asked', heading: 'Asked for' },
          { key: 'state', heading: 'State' },
        ]}
        rows={found.items.map(row)}
      />
      <Pages
        current={page}
        total={Math.ceil(found.total / pageSize)}
        href={(other) => (other === 1 ? mailingsPath : `${mailingsPath}?page=${other}`)}
        landmarkLabel="Pages of mailings"
      />
    </>
  );
}

function row({ id, title, kind, askedAt, progress }: ListedMailing) {
  return [
    <a class="govuk-link" href={mailingPath(id)}>
      {title}
    </a>,
    kindInWords(kind),
    momentInWords(askedAt),
    progressInWords(progress),
  ];
}
