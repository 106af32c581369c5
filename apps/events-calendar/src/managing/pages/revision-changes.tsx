import { FieldChanges, momentInWords, type TimelineEntry } from '#ui';
import { doneBy } from '../../events/done-by.js';
import type { RevisionRow } from '../../events/revision.entity.js';
import { slugInWords } from '../../events/domain/slug.js';
import { boardName } from '../../events/domain/boards.js';
import { capitalised } from '../words.js';

const actionWords: Readonly<Record<string, string>> = {
  created: 'Written',
  edited: 'Changed',
  published: 'Published',
  postponed: 'Postponed',
  cancelled: 'Cancelled',
  reinstated: 'Reinstated',
  imported: 'Imported',
};

/** One line of an event's history, as the timeline shows it. */
export function revisionEntry(revision: RevisionRow): TimelineEntry {
  return {
    title: doneInWords(revision),
    when: momentInWords(revision.at),
    datetime: revision.at.toISOString(),
    by: doneBy(revision),
    children: <RevisionText revision={revision} />,
  };
}

/** What was done, by whom and when: "Changed by Kim Example, Sunday 22 November 2026, 2.01am:" */
export const revisionInWords = (revision: RevisionRow): string =>
  `${doneInWords(revision)} by ${doneBy(revision)}, ${momentInWords(revision.at)}:`;

const doneInWords = ({ action }: RevisionRow): string => actionWords[action] ?? capitalised(action);

/** Why it was done, and what was changed. */
export function RevisionText({ revision }: { readonly revision: RevisionRow }) {
  return (
    <>
      {revision.reason !== null && revision.reason !== '' && (
        <p class="govuk-body cn-flush">Reason: {revision.reason}</p>
      )}
      <RevisionChanges changes={revision.changes} />
    </>
  );
}

/** What the entry's title and reason say already. */
const toldAbove = new Set(['status', 'statusReason']);

/** What was changed besides, from what to what. */
function RevisionChanges({ changes }: Pick<RevisionRow, 'changes'>) {
  const told = changes.filter(({ field }) => !toldAbove.has(field));
  return (
    <FieldChanges
      changes={told.map(({ field, before, after }) => ({
        name: fieldInWords(field),
        before: valueInWords(field, before),
        after: valueInWords(field, after),
      }))}
    />
  );
}

/** What stands in the history as it stands in addresses, by its name. */
function valueInWords(field: string, value: string): string {
  if (field === 'board') return boardName(value);
  return field === 'series' ? slugInWords(value) : value;
}

const fieldWords: Readonly<Record<string, string>> = {
  joining: 'Joining link',
  organiser: 'Contact',
  recurrence: 'Repeats',
  replacedBy: 'Replaced by',
};

const fieldInWords = (field: string): string => fieldWords[field] ?? capitalised(field);
