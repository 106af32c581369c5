import { ResponsiveTable, SummaryList } from '#ui';
import type { BillingDocument } from './billing-document.js';
import { wordsOf, type AmountsTable, type DocumentWords, type Fact } from './document-words.js';

/** Lines one below the other. */
function Lines({ text }: { readonly text: string }) {
  return (
    <>
      {text.split('\n').map((line, index) => (
        <>
          {index > 0 && <br />}
          <bdi>{line}</bdi>
        </>
      ))}
    </>
  );
}

function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <SummaryList
      classes="govuk-summary-list--no-border"
      rows={facts.map(({ label, value }) => ({ key: label, value: <Lines text={value} /> }))}
    />
  );
}

/** Browsers end lines after a minus sign; with a word joiner behind it they do not. */
const unbroken = (amount: string): string => amount.replace('−', '−\u2060');

function Amounts({ table }: { readonly table: AmountsTable }) {
  return (
    <ResponsiveTable
      caption={table.heading}
      captionClasses="govuk-table__caption--m"
      columns={table.columns.map(({ header, isAmount }) => ({
        key: header,
        heading: header,
        ...(isAmount ? { format: 'numeric' as const } : {}),
      }))}
      rows={table.rows.map(([name = '', ...amounts]) => [<bdi>{name}</bdi>, ...amounts.map(unbroken)])}
    />
  );
}

function Totals({ totals }: Pick<DocumentWords, 'totals'>) {
  return (
    <SummaryList
      rows={totals.map(({ label, amount, strong }) => ({
        key: label,
        value: strong ? <strong>{amount}</strong> : amount,
      }))}
    />
  );
}

/**
 * An issued document on a page: the same words as its PDF. The page's own heading is `titleOf(document)`.
 */
export function DocumentView({ document }: { readonly document: BillingDocument }) {
  const { from, to, facts, correction, table, totals, toPay, notes } = wordsOf(document);
  return (
    <>
      <Facts facts={[from, to, ...facts]} />
      {correction !== null && <p class="govuk-body">{correction}</p>}
      {table !== null && <Amounts table={table} />}
      <Totals totals={totals} />
      {toPay !== null && (
        <>
          <h2 class="govuk-heading-m">{toPay.heading}</h2>
          <p class="govuk-body">{toPay.text}</p>
          {toPay.facts.length > 0 && <Facts facts={toPay.facts} />}
        </>
      )}
      {notes.map((note) => (
        <p class="govuk-body">{note}</p>
      ))}
    </>
  );
}
