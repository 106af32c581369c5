import { SummaryList, type SummaryListRow } from '#ui';
import { organisationPath } from '../../addresses.js';
import type { Discount, Organisation } from '../../domain/organisation.js';
import { capitalised } from '../../domain/words.js';
import { dayInWords } from './words.js';

/** Everything that staff wrote of an organisation, each with a link to where it can be changed. */
export function Facts({ organisation }: { readonly organisation: Organisation }) {
  const { joinedOn, leftOn, status, discount, domains, purchaseOrderRequired } = organisation;
  const editPath = organisationPath(organisation.id, 'edit');
  const rows: readonly (Row | null)[] = [
    { key: 'Name', value: organisation.name, control: 'name' },
    { key: 'Kind of body', value: capitalised(organisation.kind), control: 'kind' },
    {
      key: 'Joined',
      value: joinedOn === null ? 'Not known' : dayInWords(joinedOn),
      control: 'joinedOn-day',
    },
    status === 'leaving' || status === 'left'
      ? {
          key: status === 'left' ? 'Left' : 'Leaves',
          value: leftOn === null ? 'Not known' : dayInWords(leftOn),
          control: 'leftOn-day',
        }
      : null,
    { key: 'Email domains', value: <Lines lines={domains} />, control: 'domains' },
    {
      key: 'Billing address',
      value: <Lines lines={organisation.billingAddress?.split('\n') ?? []} />,
      control: 'billingAddress',
    },
    { key: 'Email for invoices', value: organisation.invoiceEmail ?? 'None', control: 'invoiceEmail' },
    {
      key: 'Purchase order',
      value: purchaseOrderRequired ? 'Needed on every invoice' : 'Not needed',
      control: 'purchaseOrderRequired',
    },
    {
      key: 'The accountable body’s reference',
      value: organisation.accountableBodyReference ?? 'None',
      control: 'accountableBodyReference',
    },
    { key: 'Discount', value: <DiscountText discount={discount} />, control: 'discount-percent' },
    {
      key: 'Notes for staff',
      value: <Lines lines={organisation.staffNotes?.split('\n') ?? []} />,
      control: 'staffNotes',
    },
  ];
  return <SummaryList rows={rows.map((row) => row && summaryRow(row, editPath))} />;
}

interface Row {
  readonly key: string;
  readonly value: SummaryListRow['value'];
  /** The id of its control in the form. */
  readonly control: string;
}

function summaryRow({ key, value, control }: Row, editPath: string): SummaryListRow {
  const change = {
    href: `${editPath}#${control}`,
    text: 'Change',
    visuallyHiddenText: key.toLowerCase(),
  };
  return { key, value, actions: { items: [change] } };
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  if (lines.length === 0) return <>None</>;
  return (
    <>
      {lines.map((line, index) => (
        <>
          {index > 0 && <br />}
          {line}
        </>
      ))}
    </>
  );
}

function DiscountText({ discount }: { readonly discount: Discount | null }) {
  if (discount === null) return <>None</>;
  const { percent, reason, endsOn } = discount;
  return (
    <>
      {percent}% {endsOn === null ? 'without an end' : `until ${dayInWords(endsOn)}`}
      <br />
      <span class="cn-quiet">{reason}</span>
    </>
  );
}
