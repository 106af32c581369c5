import {
  Checkboxes,
  EmptyState,
  EndOfList,
  ExportLinks,
  FilterForm,
  Input,
  moneyInWords,
  Pages,
  plural,
  ResponsiveTable,
  Select,
  type Sort,
  Tag,
  Tags,
} from '#ui';
import type { SheetFormat } from '#sheets';
import { staffBookingPath } from '../../running/addresses.js';
import { customerPath, documentPath, invoicesPath } from '../addresses.js';
import {
  invoiceListAddress,
  invoiceSorts,
  isFiltered,
  usualInvoices,
  type InvoiceList,
  type InvoiceState,
} from '../domain/invoice-list.js';
import type { ListedInvoice, ListedInvoices } from '../reading/find-invoices.js';
import type { Occasion } from '../reading/read-overview.js';
import { MoneyNavigation } from './money-navigation.js';
import { dayInWords, InvoiceTag } from './words.js';

/** How many invoices a page of the table holds. */
export const pageSize = 50;

export interface InvoicesProps {
  readonly list: InvoiceList;
  readonly found: ListedInvoices;
  readonly occasions: readonly Occasion[];
  /** ISO date. */
  readonly today: string;
}

export function InvoicesView(props: InvoicesProps) {
  const { list, found } = props;
  return (
    <>
      <h1 class="govuk-heading-xl">Invoices</h1>
      <MoneyNavigation current={invoicesPath} />
      <Filters {...props} />
      {found.items.length === 0 ? <NothingFound list={list} /> : <Found {...props} />}
    </>
  );
}

const stateWords: Readonly<Record<InvoiceState, string>> = {
  open: 'Open',
  overdue: 'Overdue',
  settled: 'Settled',
  any: 'Any',
};

function Filters({ list, occasions }: InvoicesProps) {
  return (
    <FilterForm
      action={invoicesPath}
      label="Invoices"
      show="Show these invoices"
      all={isFiltered(list) ? { text: 'Show all that are open', href: invoicesPath } : null}
    >
      <Input
        name="q"
        type="search"
        label="Number, customer, booker, traveller, booking or purchase order"
        value={list.text}
      />
      <div class="cn-filters__fields">
        <Select
          name="state"
          label="Status"
          value={list.state}
          items={(['open', 'overdue', 'settled', 'any'] as const).map((state) => ({
            value: state,
            text: stateWords[state],
          }))}
        />
        <Select
          name="occasion"
          label="Conference or visit"
          value={list.occasionId ?? ''}
          items={[
            { value: '', text: 'Any' },
            ...occasions.map(({ id, title }) => ({ value: id, text: title })),
          ]}
        />
      </div>
      <Checkboxes
        name="order"
        idPrefix="order"
        classes="govuk-checkboxes--small"
        values={list.isOrderMissing ? ['missing'] : []}
        items={[{ value: 'missing', text: 'Only where a purchase order is still missing' }]}
      />
    </FilterForm>
  );
}

function Found({ list, found, today }: InvoicesProps) {
  const address = (changed: Partial<InvoiceList>) =>
    invoiceListAddress(invoicesPath, { ...list, ...changed });
  const file = (format: SheetFormat) =>
    invoiceListAddress(`${invoicesPath}/export.${format}`, { ...list, page: 1 });
  return (
    <>
      <ExportLinks what="this list" file={file} />
      <ResponsiveTable
        caption={`${plural(found.total, 'invoice')}, ${moneyInWords(found.outstandingPence)} outstanding`}
        captionClasses="govuk-table__caption--s"
        isWide
        columns={[
          { key: 'number', heading: 'Invoice', sortable: true },
          { key: 'customer', heading: 'Customer', sortable: true },
          { key: 'booking', heading: 'Booking or traveller' },
          { key: 'due', heading: 'Due', sortable: true },
          { key: 'state', heading: 'Status' },
          { key: 'amount', heading: 'Amount', format: 'numeric', sortable: true },
          { key: 'outstanding', heading: 'Outstanding', format: 'numeric', sortable: true },
        ]}
        rows={found.items.map((invoice) => row(invoice, today))}
        sort={list.sort}
        sortHref={(sort) => address({ sort: known(sort), page: 1 })}
      />
      <Pages
        current={list.page}
        total={Math.ceil(found.total / pageSize)}
        href={(page) => address({ page })}
        landmarkLabel="Pages of invoices"
      />
    </>
  );
}

function known({ key, direction }: Sort): InvoiceList['sort'] {
  return { key: invoiceSorts.find((each) => each === key) ?? 'due', direction };
}

function row(invoice: ListedInvoice, today: string) {
  return [
    <a class="govuk-link" href={documentPath(invoice.id)}>
      {invoice.label}
    </a>,
    <a class="govuk-link" href={customerPath(invoice.customerId)}>
      <bdi>{invoice.customerName}</bdi>
    </a>,
    <>
      {invoice.bookingReference === null ? (
        <bdi>{invoice.traveller}</bdi>
      ) : (
        <a class="govuk-link cn-one-line" href={staffBookingPath(invoice.bookingReference)}>
          {invoice.bookingReference}
        </a>
      )}
      <br />
      <span class="cn-quiet">{invoice.occasion}</span>
    </>,
    dayInWords(invoice.dueOn),
    <Tags>
      <InvoiceTag {...invoice} today={today} />
      {invoice.isOrderMissing && <Tag colour="yellow">No purchase order</Tag>}
    </Tags>,
    moneyInWords(invoice.grossPence),
    moneyInWords(invoice.outstandingPence),
  ];
}

/** Stands where the table would be: what will be there, or how to find something. */
function NothingFound({ list }: Pick<InvoicesProps, 'list'>) {
  if (list.page > 1) return <EndOfList firstPage={invoiceListAddress(invoicesPath, { ...list, page: 1 })} />;
  const all = invoiceListAddress(invoicesPath, { ...usualInvoices, state: 'any' });
  if (!isFiltered(list)) {
    return (
      <EmptyState titleText="No invoice is open">
        <p class="govuk-body">
          Invoices are issued as bookings are confirmed, and listed here until they are settled.{' '}
          <a class="govuk-link" href={all}>
            Look at those that are settled
          </a>
          .
        </p>
      </EmptyState>
    );
  }
  return (
    <EmptyState titleText="No invoice is like this">
      <p class="govuk-body">
        Try fewer words, or{' '}
        <a class="govuk-link" href={all}>
          look at every invoice
        </a>
        .
      </p>
    </EmptyState>
  );
}
