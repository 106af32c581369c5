import { FieldChanges, momentInWords, type TimelineEntry } from '#ui';
import type { PersonRevisionRow } from '../person-revision.entity.js';

const actionWords: Readonly<Record<string, string>> = {
  created: 'Record made',
  edited: 'Changed',
  merged: 'Took in another record',
  'merged-into': 'Merged into another record',
  erased: 'Erased',
};

const fieldWords: Readonly<Record<string, string>> = {
  name: 'Name',
  preferredName: 'Preferred name',
  pronouns: 'Pronouns',
  jobTitle: 'Job title or office',
  phone: 'Phone',
  email: 'Email address',
  organisation: 'Organisation',
  seat: 'Board',
  role: 'Role',
};

const doneInWords = ({ action }: PersonRevisionRow): string => actionWords[action] ?? action;

/** One line of a record's history, as the timeline shows it. @param id the record that the page is about */
export function revisionEntry(revision: PersonRevisionRow, id: string): TimelineEntry {
  const isOther = revision.personId !== id;
  return {
    title: isOther
      ? `${doneInWords(revision)} (in a record that is part of this one now)`
      : doneInWords(revision),
    when: momentInWords(revision.at),
    datetime: revision.at.toISOString(),
    by: revision.actorName,
    children: <RevisionText revision={revision} />,
  };
}

/** What was done, by whom and when, with what was changed. */
export function RevisionInWords({ revision }: { readonly revision: PersonRevisionRow }) {
  return (
    <>
      {doneInWords(revision)} by {revision.actorName}, {momentInWords(revision.at)}:
      <RevisionText revision={revision} />
    </>
  );
}

function RevisionText({ revision }: { readonly revision: PersonRevisionRow }) {
  // Where a merged record leads stands in the reason.
  const told = revision.changes
    .filter(({ field }) => field !== 'mergedInto')
    .map(({ field, before, after }) => ({ name: fieldWords[field] ?? field, before, after }));
  return (
    <>
      {revision.reason !== null && <p class="govuk-body cn-flush">{revision.reason}</p>}
      {revision.action === 'created' ? <Beginning told={told} /> : <FieldChanges changes={told} />}
    </>
  );
}

/** What a record said when it was made; that it said nothing before goes without saying. */
function Beginning({
  told,
}: {
  readonly told: readonly { readonly name: string; readonly after: string }[];
}) {
  return (
    <ul class="govuk-list govuk-list--bullet cn-flush">
      {told.map(({ name, after }) => (
        <li>
          {name}: {after}
        </li>
      ))}
    </ul>
  );
}
