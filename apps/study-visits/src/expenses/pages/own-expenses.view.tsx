import { Temporal } from 'temporal-polyfill';
import { Button, dateInWords, EmptyState, HiddenFields, moneyInWords, plural, ResponsiveTable } from '#ui';
import type { Visit } from '../../visits/domain/visit.js';
import { totalsOf } from '../domain/totals.js';
import { bothInWords, paidWithWords } from '../in-words.js';
import type { ListedExpense } from '../read-expenses.js';
import type { ExpensePlace } from './expense-place.js';
import { StateTag } from './state-tag.js';

export interface OwnExpensesProps {
  readonly visit: Visit;
  readonly expenses: readonly ListedExpense[];
  readonly place: ExpensePlace;
  /** Whether more may be written: they travel. */
  readonly mayAdd: boolean;
}

/** What a traveller spent, what became of it, and what they get back. */
export function OwnExpensesView({ visit, expenses, place, mayAdd }: OwnExpensesProps) {
  const { waitingPence, owedPence, paidPence } = totalsOf(expenses);
  const written = expenses.filter(({ state }) => state === 'written').length;
  return (
    <>
      <span class="govuk-caption-xl">{visit.title}</span>
      <h1 class="govuk-heading-xl">What you spent</h1>
      {expenses.length > 0 && (
        <p class="govuk-body">
          <strong>{moneyInWords(owedPence)}</strong> is agreed and to be paid back to you,{' '}
          {moneyInWords(waitingPence)} waits for staff, {moneyInWords(paidPence)} is paid back.
        </p>
      )}
      {mayAdd && <Button href={`${place.list}/new`}>Write down an expense</Button>}
      {written > 0 && (
        <form method="post" action={`${place.list}/send`} novalidate>
          <HiddenFields values={{}} />
          <p class="govuk-body">
            {plural(written, 'expense is', 'expenses are')} written and not sent yet. Only you see{' '}
            {written === 1 ? 'it' : 'them'}.
          </p>
          <Button classes="govuk-button--secondary" preventDoubleClick>
            {written === 1 ? 'Send it' : `Send all ${written}`}
          </Button>
        </form>
      )}
      {expenses.length === 0 ? (
        <EmptyState titleText="Nothing yet">
          <p class="govuk-body">
            What you pay for the visit out of your own pocket, or with money of the visit, is written down
            here with a photo of its receipt. Staff look at it and pay back what was yours.
          </p>
        </EmptyState>
      ) : (
        <>
          <ExpenseTable expenses={expenses} place={place} />
          <p class="govuk-body cn-no-print">
            <a class="govuk-link" href={`${place.list}/sheet.pdf`} download>
              Your sheet as a PDF
            </a>
          </p>
        </>
      )}
    </>
  );
}

interface ExpenseTableProps {
  readonly expenses: readonly ListedExpense[];
  readonly place: ExpensePlace;
  /** Names whose each is, where they are not one’s own. */
  readonly hasClaimants?: boolean;
}

/** Expenses by number, each with the way to its page. */
export function ExpenseTable({ expenses, place, hasClaimants = false }: ExpenseTableProps) {
  return (
    <ResponsiveTable
      caption={hasClaimants ? 'Expenses, by number' : 'Your expenses'}
      captionClasses="govuk-table__caption--m"
      isWide
      columns={[
        { key: 'what', heading: 'What for' },
        { key: 'day', heading: 'Paid on' },
        ...(hasClaimants ? [{ key: 'who', heading: 'Claimed by' }] : []),
        { key: 'money', heading: 'Whose money' },
        { key: 'amount', heading: 'Amount', format: 'numeric' as const },
        { key: 'state', heading: 'State' },
      ]}
      rows={expenses.map((expense) => [
        <>
          {expense.number}.{' '}
          <a class="govuk-link" href={place.path(expense.id)}>
            <bdi>{expense.what}</bdi>
          </a>
          {expense.receipt === null && expense.noReceiptWhy === '' && (
            <p class="cn-quiet cn-flush">Without a receipt</p>
          )}
        </>,
        dateInWords(Temporal.PlainDate.from(expense.day), { weekday: false }),
        ...(hasClaimants ? [<bdi>{expense.claimantName}</bdi>] : []),
        paidWithWords[expense.paidWith],
        bothInWords(expense),
        <StateTag state={expense.state} />,
      ])}
    />
  );
}
