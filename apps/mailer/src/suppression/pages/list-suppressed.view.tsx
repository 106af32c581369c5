import { EmptyState, EndOfList, FilterForm, Input, momentInWords, Pages, plural, ResponsiveTable } from '#ui';
import { mailPath, mailsPath } from '../../mails/addresses.js';
import { mailListAddress } from '../../mails/domain/mail-list.js';
import { MailSections } from '../../mails/pages/mail-sections.js';
import { allowAgainPath, suppressedPath } from '../addresses.js';
import type { SuppressedAddress, SuppressedAddresses } from '../find-suppressed.js';
import { suppressedListAddress, type SuppressedList } from '../suppressed-list.js';

/** How many addresses a page of the table holds. */
export const pageSize = 50;

export interface ListSuppressedProps {
  readonly list: SuppressedList;
  readonly found: SuppressedAddresses;
}

export function ListSuppressedView({ list, found }: ListSuppressedProps) {
  return (
    <>
      <h1 class="govuk-heading-xl">Addresses that are shut</h1>
      <p class="govuk-body-l">
        A mail server has said that there is no such address. Nothing is sent there, links to sign in
        included, until you allow it again.
      </p>
      <MailSections current={suppressedPath} />
      <p class="govuk-body">
        Most are spelt wrongly, or belong to somebody who has left. If you know the right address, change it
        where the person’s addresses are kept; a new address is not shut.
      </p>
      {(found.total > 0 || list.address !== '') && <Filters list={list} />}
      {found.items.length === 0 ? <Nothing list={list} /> : <Found list={list} found={found} />}
    </>
  );
}

function Filters({ list }: Pick<ListSuppressedProps, 'list'>) {
  return (
    <FilterForm
      action={suppressedPath}
      label="Addresses that are shut"
      show="Show these addresses"
      all={list.address === '' ? null : { text: 'Show all addresses', href: suppressedPath }}
    >
      <Input name="address" type="search" label="Address, or a part of it" value={list.address} />
    </FilterForm>
  );
}

function Found({ list, found }: ListSuppressedProps) {
  return (
    <>
      <ResponsiveTable
        caption={`${plural(found.total, 'address', 'addresses')}, the latest first`}
        captionClasses="govuk-table__caption--s"
        columns={[
          { key: 'address', heading: 'Address' },
          { key: 'answer', heading: 'The mail server’s words' },
          { key: 'since', heading: 'Since' },
          { key: 'mails', heading: 'Mails' },
          { key: 'allow', heading: 'Allow again' },
        ]}
        rows={found.items.map(row)}
      />
      <Pages
        current={list.page}
        total={Math.ceil(found.total / pageSize)}
        href={(page) => suppressedListAddress({ ...list, page })}
        landmarkLabel="Pages of addresses"
      />
    </>
  );
}

function row({ id, address, answer, since, mailId }: SuppressedAddress) {
  return [
    address,
    answer,
    momentInWords(since),
    <>
      {mailId !== null && (
        <div>
          <a class="govuk-link" href={mailPath(mailId)}>
            The one refused<span class="govuk-visually-hidden"> at {address}</span>
          </a>
        </div>
      )}
      <a class="govuk-link" href={mailListAddress(mailsPath, { address, status: 'suppressed' })}>
        Not sent since<span class="govuk-visually-hidden"> to {address}</span>
      </a>
    </>,
    <a class="govuk-link" href={allowAgainPath(id)}>
      Allow again<span class="govuk-visually-hidden"> {address}</span>
    </a>,
  ];
}

function Nothing({ list }: Pick<ListSuppressedProps, 'list'>) {
  if (list.page > 1) return <EndOfList firstPage={suppressedListAddress({ ...list, page: 1 })} />;
  if (list.address !== '') {
    return (
      <EmptyState titleText="No address is like this">
        <p class="govuk-body">
          Try a shorter part of it, or{' '}
          <a class="govuk-link" href={suppressedPath}>
            look at all addresses that are shut
          </a>
          .
        </p>
      </EmptyState>
    );
  }
  return (
    <EmptyState titleText="No address is shut">
      <p class="govuk-body">
        When a mail server says that it has no such address, the address will be listed here, with the
        server’s words.
      </p>
    </EmptyState>
  );
}
