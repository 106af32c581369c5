import { moneyInWords, ResponsiveTable, Tag, Tags } from '#ui';
import { dayInWords, InvoiceTag } from '../../money/pages/words.js';
import { visitInvoicePath } from '../addresses.js';
import { chargeWords } from '../domain/charge-words.js';
import type { OwnVisitCharge } from '../list-visit-charges.js';

export interface VisitChargesProps {
  readonly charges: readonly OwnVisitCharge[];
  /** ISO date. */
  readonly today: string;
}

/** What somebody is to pay for study visits, or an organisation that they book for. */
export function VisitCharges({ charges, today }: VisitChargesProps) {
  return (
    <section aria-labelledby="visits">
      <h2 class="govuk-heading-m" id="visits">
        Invoices for study visits
      </h2>
      <ResponsiveTable
        caption="What there is to pay for places on study visits"
        captionClasses="govuk-visually-hidden"
        columns={[
          { key: 'invoice', heading: 'Invoice' },
          { key: 'what', heading: 'What for' },
          { key: 'due', heading: 'Due' },
          { key: 'state', heading: 'State' },
          { key: 'outstanding', heading: 'Still to pay', format: 'numeric' },
        ]}
        rows={charges.map(({ id, kind, visit, traveller, isOrderMissing, facts }) => [
          <a class="govuk-link" href={visitInvoicePath(id)}>
            {facts.label}
          </a>,
          <>
            <bdi>{visit}</bdi>
            <br />
            <span class="cn-quiet">
              {chargeWords[kind]}, <bdi>{traveller}</bdi>
            </span>
          </>,
          dayInWords(facts.dueOn),
          <Tags>
            {facts.state === 'credited' ? (
              <Tag colour="grey">Credited</Tag>
            ) : (
              <InvoiceTag
                dueOn={facts.dueOn}
                grossPence={facts.invoicedPence - facts.creditedPence}
                outstandingPence={facts.outstandingPence}
                today={today}
              />
            )}
            {isOrderMissing && <Tag colour="yellow">Purchase order missing</Tag>}
          </Tags>,
          moneyInWords(facts.outstandingPence),
        ])}
      />
    </section>
  );
}
