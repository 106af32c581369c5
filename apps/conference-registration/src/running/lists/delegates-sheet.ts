import type { Sheet, SheetColumn } from '#sheets';
import { answerInWords, type Answers } from '../../questions/domain/answer.js';
import type { Question } from '../../questions/domain/question.js';
import { delegateStatusWords } from '../status-tags.js';
import type { ListedDelegate } from './find-delegates.js';

const columns: readonly SheetColumn[] = [
  { key: 'name', title: 'Delegate', kind: 'text' },
  { key: 'email', title: 'Email', kind: 'text' },
  { key: 'phone', title: 'Phone', kind: 'text' },
  { key: 'jobTitle', title: 'Job title', kind: 'text' },
  { key: 'organisation', title: 'Organisation', kind: 'text' },
  { key: 'tickets', title: 'Has', kind: 'text' },
  { key: 'status', title: 'Status', kind: 'text' },
  { key: 'reference', title: 'Booking', kind: 'text' },
  { key: 'booker', title: 'Booked by', kind: 'text' },
  { key: 'isOrderMissing', title: 'Purchase order missing', kind: 'yes-no' },
  { key: 'isUnpaid', title: 'Something to be paid', kind: 'yes-no' },
];

/**
 * Delegates as a table to take out, with a column for each question that is not private.
 *
 * @param answers by the delegates' ids, nothing private in them
 */
export function delegatesSheet(
  name: string,
  delegates: readonly ListedDelegate[],
  questions: readonly Question[],
  answers: ReadonlyMap<string, Answers>,
): Sheet {
  const asked = questions.filter(({ askedOf, sensitive }) => askedOf === 'delegate' && sensitive === null);
  return {
    name,
    columns: [
      ...columns,
      ...asked.map(({ id, label }) => ({ key: id, title: label, kind: 'text' }) as const),
    ],
    rows: delegates.map((delegate) => ({
      name: delegate.name,
      email: delegate.email,
      phone: delegate.phone,
      jobTitle: delegate.jobTitle,
      organisation: delegate.organisation,
      tickets: delegate.tickets.join(', '),
      status: delegateStatusWords(delegate.status),
      reference: delegate.reference,
      booker: delegate.bookerName,
      isOrderMissing: delegate.isOrderMissing,
      isUnpaid: delegate.outstandingPence > 0,
      ...Object.fromEntries(
        asked.map((question) => {
          const answer = answers.get(delegate.id)?.get(question.id);
          return [question.id, answer === undefined ? null : answerInWords(question, answer)];
        }),
      ),
    })),
  };
}
