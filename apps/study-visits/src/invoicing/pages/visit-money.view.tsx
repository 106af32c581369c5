import { Temporal } from 'temporal-polyfill';
import {
  dateInWords,
  EmptyState,
  ExportLinks,
  exportOf,
  moneyInWords,
  plural,
  ResponsiveTable,
  SummaryList,
  Tag,
} from '#ui';
import { VisitFrame } from '../../visits/pages/visit-frame.js';
import type { Visit } from '../../visits/domain/visit.js';
import { payerPath, visitMoneyPath } from '../addresses.js';
import { chargeTitles } from '../domain/charge-words.js';
import { freeBecause, totalsOf, type ReadCharge, type TravellerMoney } from '../read-money.js';
import { StandingTag } from './standing-tag.js';

export interface VisitMoneyProps {
  readonly visit: Visit;
  readonly money: readonly TravellerMoney[];
}

/** What needs somebody first, then the sums, then everybody. */
export function VisitMoneyView({ visit, money }: VisitMoneyProps) {
  const totals = totalsOf(money);
  return (
    <VisitFrame visit={visit} heading="Money" current="money">
      {money.length === 0 ? (
        <EmptyState titleText="Nobody travels yet">
          <p class="govuk-body">
            Whoever accepts a place will stand here, with what it costs them and what they have paid.
          </p>
        </EmptyState>
      ) : (
        <>
          {totals.overdue + totals.payersMissing > 0 && <ToDo {...totals} />}
          <SummaryList
            rows={[
              { key: 'Charged, less what was credited', value: moneyInWords(totals.chargedPence) },
              { key: 'Outstanding', value: <strong>{moneyInWords(totals.outstandingPence)}</strong> },
              { key: 'Overdue', value: moneyInWords(totals.overduePence) },
            ]}
          />
          <ExportLinks what="who owes what" file={exportOf(visitMoneyPath(visit.id))} />
          <ResponsiveTable
            caption={plural(money.length, 'traveller')}
            captionClasses="govuk-table__caption--s"
            isWide
            columns={[
              { key: 'traveller', heading: 'Traveller' },
              { key: 'payer', heading: 'Paid by' },
              { key: 'state', heading: 'What is to be paid' },
              { key: 'outstanding', heading: 'Outstanding', format: 'numeric' },
            ]}
            rows={money.map((each) => row(visit, each))}
          />
        </>
      )}
    </VisitFrame>
  );
}

function ToDo({ overdue, overduePence, payersMissing }: ReturnType<typeof totalsOf>) {
  return (
    <section aria-labelledby="to-do">
      <h2 class="govuk-heading-m" id="to-do">
        What needs you
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {overdue > 0 && (
          <li>
            {plural(overdue, 'invoice')} overdue, {moneyInWords(overduePence, { dropZeroPence: true })}
          </li>
        )}
        {payersMissing > 0 && <li>{plural(payersMissing, 'traveller')} for whom nobody has said who pays</li>}
      </ul>
    </section>
  );
}

function row(
  visit: Visit,
  { traveller, charges, organisation, isPayerMissing, invoicesName, expectedPence }: TravellerMoney,
) {
  const outstanding = charges.reduce((sum, { outstandingPence }) => sum + outstandingPence, 0);
  return [
    <>
      <bdi>{traveller.name}</bdi>
      {traveller.status === 'withdrawn' && (
        <>
          {' '}
          <Tag colour="grey">Withdrawn</Tag>
        </>
      )}
      <br />
      <span class="cn-quiet">
        <bdi>{traveller.organisationName}</bdi>
        {invoicesName !== null && (
          <>
            <br />
            The invoices name <bdi>{invoicesName}</bdi>
          </>
        )}
      </span>
    </>,
    isPayerMissing ? (
      <a class="govuk-link" href={payerPath(visit.id, traveller.id)}>
        Say who pays<span class="govuk-visually-hidden"> for {traveller.name}</span>
      </a>
    ) : charges.length === 0 ? (
      ''
    ) : (
      <bdi>{organisation ?? 'The traveller'}</bdi>
    ),
    isPayerMissing ? (
      `${moneyInWords(expectedPence)}, not invoiced yet`
    ) : charges.length === 0 ? (
      <span class="cn-quiet">{freeBecause(visit, traveller)}</span>
    ) : (
      <ul class="govuk-list cn-compact">
        {charges.map((charge) => (
          <li key={charge.id}>
            <ChargeLine charge={charge} />
          </li>
        ))}
      </ul>
    ),
    moneyInWords(outstanding),
  ];
}

function ChargeLine({ charge }: { readonly charge: ReadCharge }) {
  const { kind, invoice, standing, chargedPence, dueOn } = charge;
  const isOpen = standing !== 'paid' && standing !== 'credited';
  return (
    <>
      {chargeTitles[kind]}, {moneyInWords(chargedPence)}{' '}
      {invoice !== null && <span class="cn-whole">{invoice.label}</span>}{' '}
      {isOpen && `by ${dateInWords(Temporal.PlainDate.from(dueOn), { weekday: false })} `}
      <StandingTag standing={standing} />
    </>
  );
}
