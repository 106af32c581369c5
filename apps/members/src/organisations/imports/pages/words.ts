import { resultInWords, stateInWords, type ImportResult } from '#imports';
import { listInWords, plural } from '#ui';
import type { ImportRowEntity, Outcome } from '../import-row.entity.js';
import type { OrganisationsImport } from '../import.entity.js';

type Counts = Pick<
  OrganisationsImport,
  'newCount' | 'changedCount' | 'unchangedCount' | 'alikeCount' | 'problemCount'
>;

/** "90 new organisations, 2 to change and 10 rows with problems" */
export function countsInWords(counts: Counts): string {
  const { newCount, changedCount, unchangedCount, alikeCount } = counts;
  const faulty = faultyOf(counts);
  const parts = [
    ...(newCount > 0 ? [plural(newCount, 'new organisation')] : []),
    ...(changedCount > 0 ? [`${plural(changedCount, 'organisation')} to change`] : []),
    ...(unchangedCount === 1 ? ['1 organisation as it is already'] : []),
    ...(unchangedCount > 1 ? [`${plural(unchangedCount, 'organisation')} as they are already`] : []),
    ...(alikeCount === 1 ? ['1 row that looks like another organisation'] : []),
    ...(alikeCount > 1 ? [`${plural(alikeCount, 'row')} that look like other organisations`] : []),
    ...(faulty > 0 ? [`${plural(faulty, 'row')} with problems`] : []),
  ];
  return listInWords(parts);
}

/** How many rows have problems, not counting those that wait for a decision. */
export const faultyOf = ({ problemCount, alikeCount }: Pick<Counts, 'problemCount' | 'alikeCount'>): number =>
  problemCount - alikeCount;

/** "90 organisations added and 10 rows left out." */
export const organisationsResultInWords = (result: ImportResult): string =>
  resultInWords(result, 'organisation');

/** What came of an import so far, for a list. */
export const organisationsStateInWords = (each: OrganisationsImport): string =>
  stateInWords(each, countsInWords(each), each.result && organisationsResultInWords(each.result));

const outcomes: Readonly<Record<Outcome, string>> = {
  problem: 'Cannot be imported',
  alike: 'Looks like another organisation',
  changed: 'Changes an organisation',
  new: 'New organisation',
  unchanged: 'Nothing to change',
};

/** What the import would do with a row. */
export const outcomeInWords = (outcome: Outcome): string => outcomes[outcome];

/** What became of a row. */
export function writtenInWords({ written, outcome }: Pick<ImportRowEntity, 'written' | 'outcome'>): string {
  switch (written) {
    case 'added':
      return 'Added';
    case 'changed':
      return 'Changed';
    case 'unchanged':
      return 'As before';
    case 'meanwhile':
      return 'Left as it is: somebody changed the records after the preview';
    default:
      return outcome === 'alike' ? 'Left out: it looks like another organisation' : 'Left out';
  }
}

const fields: Readonly<Record<string, string>> = {
  name: 'Name',
  category: 'Category',
  kind: 'Kind',
  status: 'Status',
  statusReason: 'Reason',
  joinedOn: 'Joined',
  leftOn: 'Left',
  domains: 'E-mail domains',
  discount: 'Discount',
  billingAddress: 'Billing address',
  invoiceEmail: 'E-mail for invoices',
  purchaseOrderRequired: 'Purchase order required',
  accountableBodyReference: 'Accountable body’s reference',
  staffNotes: 'Notes',
};

export const fieldInWords = (field: string): string => fields[field] ?? field;
