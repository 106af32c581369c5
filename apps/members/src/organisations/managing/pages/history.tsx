import { ChangedMeanwhile, FieldChanges, momentInWords, type TimelineEntry } from '#ui';
import { statuses, categories } from '../../domain/organisation.js';
import { capitalised, categoryWords, statusWords } from '../../domain/words.js';
import type { OrganisationRevisionRow } from '../../organisation-revision.entity.js';
import { dayInWords } from './words.js';

const actionWords: Readonly<Record<string, string>> = {
  created: 'Put on record',
  edited: 'Changed',
  imported: 'Imported',
  'category-changed': 'Category changed',
  'status-changed': 'Status changed',
};

const fieldWords: Readonly<Record<string, string>> = {
  kind: 'Kind of body',
  statusReason: 'Reason',
  joinedOn: 'Joined',
  leftOn: 'Leaves or left',
  domains: 'Email domains',
  billingAddress: 'Billing address',
  invoiceEmail: 'Email for invoices',
  purchaseOrderRequired: 'Purchase order needed',
  accountableBodyReference: 'The accountable body’s reference',
  staffNotes: 'Notes for staff',
};

/** One line of an organisation's history, as the timeline shows it. */
export function revisionEntry(revision: OrganisationRevisionRow): TimelineEntry {
  return {
    title: doneInWords(revision),
    when: momentInWords(revision.at),
    datetime: revision.at.toISOString(),
    by: revision.actorName,
    children: <RevisionText revision={revision} />,
  };
}

const doneInWords = ({ action }: OrganisationRevisionRow): string =>
  actionWords[action] ?? capitalised(action);

/** Why it was done, and what was changed. */
function RevisionText({ revision }: { readonly revision: OrganisationRevisionRow }) {
  const { reason, changes } = revision;
  const told = changes.filter(({ field }) => field !== 'statusReason');
  return (
    <>
      {reason !== null && reason !== '' && <p class="govuk-body cn-flush">Reason: {reason}</p>}
      <FieldChanges
        changes={told.map(({ field, before, after }) => ({
          name: fieldWords[field] ?? capitalised(field),
          before: valueInWords(field, before),
          after: valueInWords(field, after),
        }))}
      />
    </>
  );
}

/** What stands in the history as it is kept, as people say it. */
function valueInWords(field: string, value: string): string {
  if (value === '') return '';
  if (field === 'status') return statusWords[statuses.find((each) => each === value) ?? 'member'];
  if (field === 'category') return categoryWords[categories.find((each) => each === value) ?? 'full'];
  if (field === 'joinedOn' || field === 'leftOn') return dayInWords(value);
  if (field === 'discount') {
    return value.replace(
      /^(\d+% until )(\S+?):/,
      (_, until: string, day: string) => `${until}${dayInWords(day)}:`,
    );
  }
  return value;
}

export interface MeanwhileProps {
  /** The newest first; empty when nobody changed anything. */
  readonly since: readonly OrganisationRevisionRow[];
  /** The same page afresh. */
  readonly reloadPath: string;
}

/** Says what somebody else changed of an organisation while a page was open. */
export function Meanwhile({ since, reloadPath }: MeanwhileProps) {
  return (
    <ChangedMeanwhile
      what="organisation"
      names={[...new Set(since.map(({ actorName }) => actorName))]}
      changes={since.map((revision) => (
        <>
          {doneInWords(revision)} by {revision.actorName}, {momentInWords(revision.at)}:
          <RevisionText revision={revision} />
        </>
      ))}
      reloadPath={reloadPath}
    />
  );
}
