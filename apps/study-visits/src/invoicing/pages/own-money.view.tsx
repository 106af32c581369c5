import { Temporal } from 'temporal-polyfill';
import { dateInWords, FormPage, InsetText, moneyInWords, ResponsiveTable, type Form } from '#ui';
import { ownTravelPath } from '../../travellers/addresses.js';
import type { Visit } from '../../visits/domain/visit.js';
import { ownMoneyPath } from '../addresses.js';
import { chargeTitles } from '../domain/charge-words.js';
import { freeBecause, type ReadCharge, type TravellerMoney } from '../read-money.js';
import { PayerFields } from './payer-fields.js';
import { StandingTag } from './standing-tag.js';

export interface OwnMoneyProps {
  readonly secret: string;
  readonly visit: Visit;
  readonly money: TravellerMoney;
  /** Where the invoice of a charge is. */
  readonly invoicePath: (chargeId: string) => string;
  readonly form: Form;
}

/** What there is to pay and how it stands; before that, who pays. */
export function OwnMoneyView({ secret, visit, money, invoicePath, form }: OwnMoneyProps) {
  const { traveller, charges, organisation, isPayerMissing, invoicesName, expectedPence } = money;
  if (isPayerMissing) {
    const isOfOne = traveller.organisationId !== null;
    return (
      <FormPage
        heading="Who pays for your place?"
        action={ownMoneyPath(secret)}
        form={form}
        saveLabel="Ask for the invoice"
        cancelLabel="Back to your journey"
        cancelPath={ownTravelPath(secret)}
      >
        <InsetText>
          Your place on {visit.title} costs {moneyInWords(expectedPence)}
          {visit.depositPence > 0 && visit.depositPence < visit.pricePence
            ? `, of which ${moneyInWords(visit.depositPence)} is the deposit.`
            : '.'}
        </InsetText>
        <PayerFields form={form} organisationName={isOfOne ? traveller.organisationName : null} isOwn />
      </FormPage>
    );
  }
  return (
    <>
      <span class="govuk-caption-xl">{visit.title}</span>
      <h1 class="govuk-heading-xl">What there is to pay</h1>
      {charges.every(({ ended }) => ended) ? (
        <InsetText>
          {traveller.status === 'withdrawn'
            ? 'You have withdrawn, and nothing was asked of you.'
            : `There is nothing to pay for your place. ${freeBecause(visit, traveller) ?? ''}`.trim()}
        </InsetText>
      ) : (
        <>
          <p class="govuk-body">
            {organisation === null ? (
              'You pay for your place yourself.'
            ) : (
              <>
                <bdi>{organisation}</bdi> pays for your place.
              </>
            )}
          </p>
          {invoicesName !== null && (
            <p class="govuk-body">
              The invoices name <bdi>{invoicesName}</bdi>, in whose place you come. They stay as they are,
              since neither the price nor who pays has changed.
            </p>
          )}
        </>
      )}
      {charges.length > 0 && <Charges charges={charges} invoicePath={invoicePath} />}
    </>
  );
}

function Charges({
  charges,
  invoicePath,
}: {
  readonly charges: readonly ReadCharge[];
  readonly invoicePath: (chargeId: string) => string;
}) {
  return (
    <ResponsiveTable
      caption="Invoices"
      captionClasses="govuk-table__caption--m"
      columns={[
        { key: 'what', heading: 'What' },
        { key: 'invoice', heading: 'Invoice' },
        { key: 'due', heading: 'Due' },
        { key: 'state', heading: 'State' },
        { key: 'charged', heading: 'Amount', format: 'numeric' },
        { key: 'outstanding', heading: 'Still to pay', format: 'numeric' },
      ]}
      rows={charges.map(({ id, kind, invoice, dueOn, standing, chargedPence, outstandingPence }) => [
        chargeTitles[kind],
        invoice === null ? (
          <span class="cn-quiet">On its way</span>
        ) : (
          <a class="govuk-link" href={invoicePath(id)}>
            {invoice.label}
          </a>
        ),
        dateInWords(Temporal.PlainDate.from(dueOn), { weekday: false }),
        <StandingTag standing={standing} />,
        moneyInWords(chargedPence),
        moneyInWords(outstandingPence),
      ])}
    />
  );
}
