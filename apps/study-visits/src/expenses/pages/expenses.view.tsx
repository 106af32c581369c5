import { Button, EmptyState, ExportLinks, exportOf, moneyInWords, plural, ResponsiveTable } from '#ui';
import type { Visit } from '../../visits/domain/visit.js';
import { VisitFrame } from '../../visits/pages/visit-frame.js';
import { expensesPath } from '../addresses.js';
import { expenseStates, type ExpenseState } from '../domain/steps.js';
import { stateWords } from '../in-words.js';
import type { ClaimantTotals, ReadExpensesResult } from '../read-expenses.js';
import type { ExpensePlace } from './expense-place.js';
import { ExpenseTable } from './own-expenses.view.js';

export interface ExpensesViewProps {
  readonly visit: Visit;
  readonly read: ReadExpensesResult;
  /** Of which state alone; `null`: all. */
  readonly state: ExpenseState | null;
  readonly place: ExpensePlace;
}

export function ExpensesView({ visit, read, state, place }: ExpensesViewProps) {
  const { expenses, totals, claimants } = read;
  const path = expensesPath(visit.id);
  const shown = state === null ? expenses : expenses.filter((each) => each.state === state);
  const waiting = expenses.filter((each) => each.state === 'sent').length;
  return (
    <VisitFrame visit={visit} heading="Expenses" current="expenses">
      {expenses.length > 0 && (
        <p class="govuk-body">
          {waiting === 0
            ? 'Nothing waits to be looked at.'
            : `${plural(waiting, 'expense waits', 'expenses wait')} to be looked at: ${moneyInWords(totals.waitingPence)}.`}{' '}
          {moneyInWords(totals.agreedPence)} is agreed in all;{' '}
          <strong>{moneyInWords(totals.owedPence)}</strong> of it is still to be paid back.
        </p>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={`${path}/rates`}>
          Exchange rates of this visit
        </a>
      </p>
      <Button href={`${path}/new`}>Write down an expense</Button>
      {expenses.length === 0 ? (
        <EmptyState titleText="No expenses yet">
          <p class="govuk-body">
            Travellers write down what they spend on their own page and send it here, with a photo of each
            receipt. State the rates of the currencies they pay in first.
          </p>
        </EmptyState>
      ) : (
        <>
          <States path={path} read={read} current={state} />
          {shown.length === 0 ? (
            <p class="govuk-body">None is in this state.</p>
          ) : (
            <ExpenseTable expenses={shown} place={place} hasClaimants />
          )}
          <Claimants path={path} claimants={claimants} />
          <ExportLinks what="these expenses" file={exportOf(path)} />
        </>
      )}
    </VisitFrame>
  );
}

interface StatesProps {
  readonly path: string;
  readonly read: ReadExpensesResult;
  readonly current: ExpenseState | null;
}

/** The ways to the expenses of one state alone. */
function States({ path, read, current }: StatesProps) {
  const choices = [
    { state: null, text: `All (${read.expenses.length})` },
    ...expenseStates.map((state) => ({
      state,
      text: `${stateWords[state]} (${read.expenses.filter((each) => each.state === state).length})`,
    })),
  ];
  return (
    <nav aria-label="Expenses by state" class="cn-no-print">
      <ul class="cn-choices">
        {choices.map(({ state, text }) => (
          <li key={text}>
            <a
              href={state === null ? path : `${path}?state=${state}`}
              aria-current={state === current ? 'page' : undefined}
            >
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface ClaimantsProps {
  readonly path: string;
  readonly claimants: readonly ClaimantTotals[];
}

/** What each is owed, and what each had of what was spent. */
function Claimants({ path, claimants }: ClaimantsProps) {
  return (
    <ResponsiveTable
      caption="For each person"
      captionClasses="govuk-table__caption--m"
      columns={[
        { key: 'name', heading: 'Who' },
        { key: 'waiting', heading: 'Waiting', format: 'numeric' },
        { key: 'owed', heading: 'To be paid back', format: 'numeric' },
        { key: 'paid', heading: 'Paid back', format: 'numeric' },
        { key: 'part', heading: 'Was spent on them', format: 'numeric' },
        { key: 'sheet', heading: 'Sheet' },
      ]}
      rows={claimants.map(({ claimant, name, hasClaims, waitingPence, owedPence, paidPence, partPence }) => [
        <bdi>{name}</bdi>,
        moneyInWords(waitingPence),
        moneyInWords(owedPence),
        moneyInWords(paidPence),
        moneyInWords(partPence),
        hasClaims ? (
          <a class="govuk-link" href={`${path}/sheet.pdf?claimant=${encodeURIComponent(claimant)}`} download>
            PDF<span class="govuk-visually-hidden"> of {name}</span>
          </a>
        ) : (
          'Claims nothing'
        ),
      ])}
    />
  );
}
