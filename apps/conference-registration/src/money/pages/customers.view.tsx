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
} from '#ui';
import { customerPath, customersPath, forCustomer, newPaymentPath } from '../addresses.js';
import type { CustomerList, ListedCustomers } from '../reading/find-customers.js';
import { MoneyNavigation } from './money-navigation.js';

/** How many customers a page of the table holds. */
export const pageSize = 50;

export interface CustomersProps extends CustomerList {
  readonly found: ListedCustomers;
}

const address = ({ text, hasCredit, page }: CustomerList, path: string = customersPath): string => {
  const params = new URLSearchParams();
  if (text !== '') params.set('q', text);
  if (hasCredit) params.set('credit', 'left');
  if (page > 1) params.set('page', String(page));
  return params.size === 0 ? path : `${path}?${params.toString()}`;
};

export function CustomersView({ found, ...list }: CustomersProps) {
  const { text, hasCredit, page } = list;
  return (
    <>
      <h1 class="govuk-heading-xl">Customers</h1>
      <MoneyNavigation current={customersPath} />
      <p class="govuk-body">
        To record a payment, find who paid: by name, by the number of an invoice, or by a booking’s reference.
        One payment can settle several invoices.
      </p>
      <FilterForm
        action={customersPath}
        label="Customers"
        show="Show these customers"
        all={text === '' && !hasCredit ? null : { text: 'Show all customers', href: customersPath }}
      >
        <Input
          name="q"
          type="search"
          label="Name, traveller, invoice number or booking reference"
          value={text}
        />
        <Checkboxes
          name="credit"
          idPrefix="credit"
          classes="govuk-checkboxes--small"
          values={hasCredit ? ['left'] : []}
          items={[{ value: 'left', text: 'Only those who have credit' }]}
        />
      </FilterForm>
      {found.items.length === 0 ? (
        <NothingFound {...list} />
      ) : (
        <>
          <ExportLinks
            what="this list"
            file={(format) => address({ ...list, page: 1 }, `${customersPath}/export.${format}`)}
          />
          <ResponsiveTable
            caption={plural(found.total, 'customer')}
            captionClasses="govuk-table__caption--s"
            columns={[
              { key: 'name', heading: 'Customer' },
              { key: 'invoiced', heading: 'Invoiced', format: 'numeric' },
              { key: 'outstanding', heading: 'Outstanding', format: 'numeric' },
              { key: 'credit', heading: 'Credit', format: 'numeric' },
              { key: 'pay', heading: 'Actions' },
            ]}
            rows={found.items.map((customer) => [
              <>
                <a class="govuk-link" href={customerPath(customer.id)}>
                  <bdi>{customer.name}</bdi>
                </a>
                {customer.bookingReference !== null && (
                  <span class="cn-quiet"> {customer.bookingReference}</span>
                )}
                {customer.visit !== null && <span class="cn-quiet"> {customer.visit}</span>}
              </>,
              moneyInWords(customer.invoicedPence),
              moneyInWords(customer.outstandingPence),
              moneyInWords(customer.creditPence),
              <a class="govuk-link" href={forCustomer(newPaymentPath, customer.id)}>
                Record a payment<span class="govuk-visually-hidden"> from {customer.name}</span>
              </a>,
            ])}
          />
          <Pages
            current={page}
            total={Math.ceil(found.total / pageSize)}
            href={(other) => address({ ...list, page: other })}
            landmarkLabel="Pages of customers"
          />
        </>
      )}
    </>
  );
}

function NothingFound(list: CustomerList) {
  if (list.page > 1) return <EndOfList firstPage={address({ ...list, page: 1 })} />;
  if (list.text !== '' || list.hasCredit) {
    return (
      <EmptyState titleText="No customer is like this">
        <p class="govuk-body">
          Try fewer letters, or the number of an invoice.{' '}
          <a class="govuk-link" href={customersPath}>
            Look at all customers
          </a>
          .
        </p>
      </EmptyState>
    );
  }
  return (
    <EmptyState titleText="There are no customers yet">
      <p class="govuk-body">
        An organisation, a guest or a traveller is listed here from their first invoice on, with what they
        owe.
      </p>
    </EmptyState>
  );
}
