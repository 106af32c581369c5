import type { ComponentChildren } from 'preact';
import { Temporal } from 'temporal-polyfill';
import { homeZone } from '#checks';
import {
  Button,
  ButtonGroup,
  dateInWords,
  HiddenFields,
  InsetText,
  momentInWords,
  moneyInWords,
  SummaryList,
} from '#ui';
import { isOpen, stateAfter } from '../domain/steps.js';
import { amountInWords, forInWords, paidWithWords, rateInWords } from '../in-words.js';
import type { ListedExpense } from '../read-expenses.js';
import type { ExpensePlace } from './expense-place.js';
import { StateTag } from './state-tag.js';

export interface ExpenseViewProps {
  readonly visitTitle: string;
  readonly expense: ListedExpense;
  readonly place: ExpensePlace;
  /** What the line of the budget is called that it is on. */
  readonly line: string | null;
  /** Why whoever looks may not decide about it; `null`: they may. */
  readonly mayNotDecide: string | null;
}

/** One expense, all that was said of it, and what can be done with it. */
export function ExpenseView(props: ExpenseViewProps) {
  const { visitTitle, expense, place, line } = props;
  const day = dateInWords(Temporal.PlainDate.from(expense.day));
  const { rate, decided, paid } = expense;
  return (
    <>
      <span class="govuk-caption-xl">
        {visitTitle}: expense {expense.number}
      </span>
      <h1 class="govuk-heading-xl">
        <bdi>{expense.what}</bdi>
      </h1>
      {expense.refusedWhy !== '' && (
        <InsetText>
          It was refused: <bdi>{expense.refusedWhy}</bdi>
        </InsetText>
      )}
      {!place.isOwn && expense.sameReceiptAs !== null && (
        <InsetText>The very same file is the receipt of expense {expense.sameReceiptAs}.</InsetText>
      )}
      <SummaryList
        rows={[
          { key: 'State', value: <StateTag state={expense.state} /> },
          !place.isOwn && { key: 'Claimed by', value: <bdi>{expense.claimantName}</bdi> },
          { key: 'Paid on', value: day },
          { key: 'Amount', value: amountInWords(expense) },
          rate !== null && {
            key: 'In pounds',
            value: (
              <>
                {moneyInWords(expense.pence)}, at {rateInWords({ ...rate, currency: expense.currency })} (
                <bdi>{rate.source}</bdi>, from{' '}
                {dateInWords(Temporal.PlainDate.from(rate.fromDay), { weekday: false })})
              </>
            ),
          },
          { key: 'Whose money', value: paidWithWords[expense.paidWith] },
          {
            key: 'For whom',
            value: <bdi>{forInWords(expense, place.isOwn ? [] : expense.sharerNames)}</bdi>,
          },
          { key: 'Receipt', value: <Receipt {...props} /> },
          line !== null && { key: 'Line of the budget', value: <bdi>{line}</bdi> },
          expense.sentAt !== null && {
            key: 'Sent',
            value: momentInWords(new Date(expense.sentAt.epochMilliseconds), homeZone),
          },
          decided !== null && {
            key: expense.state === 'refused' ? 'Refused' : 'Agreed',
            value: (
              <>
                {momentInWords(new Date(decided.at.epochMilliseconds), homeZone)}
                {!place.isOwn && (
                  <>
                    {' '}
                    by <bdi>{decided.byName}</bdi>
                  </>
                )}
              </>
            ),
          },
          paid !== null && {
            key: 'Paid back',
            value: (
              <>
                {dateInWords(Temporal.PlainDate.from(paid.on))}
                {paid.reference !== '' && (
                  <>
                    , <bdi>{paid.reference}</bdi>
                  </>
                )}
              </>
            ),
          },
        ]}
      />
      <Steps {...props} />
    </>
  );
}

function Receipt({ expense, place }: ExpenseViewProps) {
  if (expense.receipt === null) {
    return expense.noReceiptWhy === '' ? (
      <>None yet. It is needed, or a word on why there is none, before it is sent.</>
    ) : (
      <>
        None: <bdi>{expense.noReceiptWhy}</bdi>
      </>
    );
  }
  return (
    <a class="govuk-link" href={place.path(expense.id, 'receipt')} download>
      {expense.receipt.name}
    </a>
  );
}

/** What can be done with it now. */
function Steps({ expense, place, mayNotDecide }: ExpenseViewProps) {
  const can = (step: Parameters<typeof stateAfter>[0]) => stateAfter(step, expense) !== null;
  const isDeciding = !place.isOwn && mayNotDecide === null;
  const to = (step: string) => place.path(expense.id, step);
  return (
    <div class="cn-no-print">
      <ButtonGroup>
        {can('send') && <Press path={to('send')} version={expense.version} text="Send it to staff" />}
        {isDeciding && can('agree') && <Button href={to('agree')}>Agree to it</Button>}
        {isDeciding && can('refuse') && (
          <Button href={to('refuse')} classes="govuk-button--warning">
            Refuse it
          </Button>
        )}
        {isDeciding && can('pay') && <Button href={to('pay')}>Note that it is paid back</Button>}
        {isOpen(expense.state) && (
          <Button href={to('edit')} classes="govuk-button--secondary">
            Change it
          </Button>
        )}
        {place.isOwn && can('withdraw') && (
          <Press path={to('withdraw')} version={expense.version} text="Take it back" isSecondary />
        )}
        {isDeciding && can('reopen') && (
          <Button href={to('reopen')} classes="govuk-button--secondary">
            Go back on this
          </Button>
        )}
        {isOpen(expense.state) && (
          <a class="govuk-link" href={to('delete')}>
            Delete it
          </a>
        )}
      </ButtonGroup>
      {!place.isOwn && mayNotDecide !== null && expense.state !== 'written' && (
        <p class="govuk-body cn-quiet">{mayNotDecide}</p>
      )}
    </div>
  );
}

interface PressProps {
  readonly path: string;
  readonly version: number;
  readonly text: string;
  readonly isSecondary?: boolean;
}

/** A button that does one thing at once. */
function Press({ path, version, text, isSecondary = false }: PressProps): ComponentChildren {
  return (
    <form method="post" action={path} novalidate>
      <HiddenFields values={{ version: String(version) }} />
      <Button preventDoubleClick {...(isSecondary && { classes: 'govuk-button--secondary' })}>
        {text}
      </Button>
    </form>
  );
}
