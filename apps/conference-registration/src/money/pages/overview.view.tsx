import {
  AgesPlot,
  Button,
  ButtonGroup,
  EmptyState,
  ExportLinks,
  FilterForm,
  moneyInWords,
  plural,
  ResponsiveTable,
  Select,
  SummaryList,
} from '#ui';
import type { SheetFormat } from '#sheets';
import { customerPath, customersPath, invoicesPath, moneyPath } from '../addresses.js';
import { ages, ageWords } from '../domain/ageing.js';
import { invoiceListAddress, usualInvoices } from '../domain/invoice-list.js';
import type { AgeGroup, Debtor } from '../domain/overview.js';
import type { MoneyTotals, Occasion } from '../reading/read-overview.js';
import { MoneyNavigation } from './money-navigation.js';

/** As many organisations as are told of on the page itself; the file has all. */
export const mostDebtors = 100;

export interface OverviewProps {
  readonly totals: MoneyTotals;
  readonly ageGroups: readonly AgeGroup[];
  readonly debtors: readonly Debtor[];
  readonly occasions: readonly Occasion[];
  /** The only one that is looked at; `null`: all. */
  readonly occasionId: string | null;
}

/** The treasurer's page: what needs doing, what was invoiced and received, who owes what since when. */
export function OverviewView(props: OverviewProps) {
  const { totals } = props;
  return (
    <>
      <h1 class="govuk-heading-xl">Money</h1>
      <MoneyNavigation current={moneyPath} />
      <ToDo {...props} />
      <ButtonGroup>
        <Button href={customersPath}>Record a payment</Button>
        <a class="govuk-link" href={invoicesPath}>
          Look at the invoices
        </a>
      </ButtonGroup>
      <WhichOccasion {...props} />
      {totals.invoiced === 0 ? (
        <EmptyState titleText="Nothing has been invoiced yet">
          <p class="govuk-body">
            Once a booking or a place on a study visit with something to pay is confirmed, its invoice is
            counted here, with what was paid and what is still owed.
          </p>
        </EmptyState>
      ) : (
        <Numbers {...props} />
      )}
    </>
  );
}

const exportAddress = (occasionId: string | null, format: SheetFormat) =>
  `${moneyPath}/export.${format}${occasionId === null ? '' : `?occasion=${occasionId}`}`;

/** What needs doing first, in words with numbers. */
function ToDo({ ageGroups, totals, occasionId }: OverviewProps) {
  const overdue = ageGroups.filter(({ age }) => age !== 'not-due');
  const invoices = overdue.reduce((total, each) => total + each.invoices, 0);
  const pence = overdue.reduce((total, each) => total + each.pence, 0);
  const list = { ...usualInvoices, occasionId };
  const things = [
    invoices > 0 && {
      text: `${plural(invoices, 'invoice')} overdue, ${moneyInWords(pence, { dropZeroPence: true })}`,
      href: invoiceListAddress(invoicesPath, { ...list, state: 'overdue' }),
    },
    totals.ordersMissing > 0 && {
      text: `${plural(totals.ordersMissing, 'unpaid invoice')} without the purchase order that the customer needs`,
      href: invoiceListAddress(invoicesPath, { ...list, isOrderMissing: true }),
    },
    totals.credit !== null &&
      totals.credit > 0 && {
        text: `${moneyInWords(totals.credit, { dropZeroPence: true })} of credit to be used or paid back`,
        href: `${customersPath}?credit=left`,
      },
  ].filter((thing) => thing !== false);
  if (things.length === 0) return null;
  return (
    <section aria-labelledby="to-do">
      <h2 class="govuk-heading-m" id="to-do">
        What needs you
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {things.map(({ text, href }) => (
          <li key={href}>
            <a class="govuk-link" href={href}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function WhichOccasion({ occasions, occasionId }: OverviewProps) {
  if (occasions.length === 0) return null;
  return (
    <FilterForm
      action={moneyPath}
      label="Money of a conference or visit"
      show="Show this one"
      all={occasionId === null ? null : { text: 'Show all conferences and visits', href: moneyPath }}
    >
      <div class="cn-filters__fields">
        <Select
          name="occasion"
          label="Conference or visit"
          value={occasionId ?? ''}
          items={[
            { value: '', text: 'All conferences and visits' },
            ...occasions.map(({ id, title }) => ({ value: id, text: title })),
          ]}
        />
      </div>
    </FilterForm>
  );
}

function Numbers(props: OverviewProps) {
  const { totals, ageGroups } = props;
  return (
    <>
      <h2 class="govuk-heading-m">In all</h2>
      <SummaryList
        rows={[
          { key: 'Invoiced, with VAT', value: moneyInWords(totals.invoiced) },
          { key: 'Credited', value: moneyInWords(totals.credited) },
          { key: 'Received', value: moneyInWords(totals.received) },
          totals.refunded !== null && { key: 'Paid back', value: moneyInWords(totals.refunded) },
          { key: 'Outstanding', value: <strong>{moneyInWords(totals.outstanding)}</strong> },
          totals.credit !== null && { key: 'Customers’ credit', value: moneyInWords(totals.credit) },
        ]}
      />
      {totals.credit === null && (
        <p class="govuk-body cn-quiet">
          Received is what was put to the invoices for this one. Credit belongs to customers, not to a
          conference or visit.
        </p>
      )}
      {totals.outstanding > 0 && (
        <>
          <h2 class="govuk-heading-m">Outstanding by age</h2>
          <AgesPlot
            id="ages"
            title="What is outstanding, by how long it is overdue"
            description={ageGroups
              .map(({ age, pence }) => `${ageWords[age]}: ${moneyInWords(pence)}`)
              .join('. ')}
            caption="Outstanding by age"
            ages={ageGroups.map(({ age, pence, invoices }) => ({
              name: ageWords[age],
              pence,
              invoices,
              isOverdue: age !== 'not-due',
            }))}
          />
          <Debtors {...props} />
        </>
      )}
    </>
  );
}

const shortAges = ['Not due', '1–30 days', '31–60 days', '61–90 days', 'Over 90 days'] as const;

function Debtors({ debtors, occasionId }: OverviewProps) {
  const shown = debtors.slice(0, mostDebtors);
  return (
    <>
      <h2 class="govuk-heading-m">Outstanding by customer</h2>
      <ExportLinks what="who owes what" file={(format) => exportAddress(occasionId, format)} />
      <ResponsiveTable
        caption={
          shown.length < debtors.length
            ? `The ${shown.length} of ${plural(debtors.length, 'customer')} with most overdue`
            : plural(debtors.length, 'customer')
        }
        captionClasses="govuk-table__caption--s"
        isWide
        columns={[
          { key: 'name', heading: 'Customer' },
          ...ages.map((age, index) => ({
            key: age,
            heading: shortAges[index] ?? '',
            format: 'numeric' as const,
          })),
          { key: 'all', heading: 'Outstanding', format: 'numeric' },
        ]}
        rows={shown.map(({ id, name, byAge, outstandingPence }) => [
          <a class="govuk-link" href={customerPath(id)}>
            <bdi>{name}</bdi>
          </a>,
          ...ages.map((age) =>
            byAge[age] === 0 ? <span class="cn-quiet">–</span> : moneyInWords(byAge[age]),
          ),
          <strong>{moneyInWords(outstandingPence)}</strong>,
        ])}
      />
    </>
  );
}
