import { FilterForm, HiddenFields, Input, Select } from '#ui';
import { mailsPath } from '../addresses.js';
import { isFiltered, mailListAddress, type MailList } from '../domain/mail-list.js';
import { mailStatuses, statusWords } from '../domain/mail-status.js';
import type { Counts } from '../find-mails.js';

interface WithList {
  readonly list: MailList;
}

/** Which mails to list. Whose, or which mailing's, they are stays as it is. */
export function MailFilters({ list }: WithList) {
  const { person, mailing } = list;
  return (
    <FilterForm
      action={mailsPath}
      label="Mails"
      show="Show these mails"
      all={isFiltered(list) ? { text: 'Show all mails', href: mailsPath } : null}
    >
      <Input name="address" type="search" label="Address, or a part of it" value={list.address} />
      <Select
        name="status"
        label="State"
        value={list.status ?? ''}
        items={[
          { value: '', text: 'Any' },
          ...mailStatuses.map((status) => ({ value: status, text: statusWords[status] })),
        ]}
      />
      <HiddenFields values={{ ...(person !== null && { person }), ...(mailing !== null && { mailing }) }} />
    </FilterForm>
  );
}

/** How many mails are in each state, each a way to those; nothing where all are in one. */
export function CountsByState({ list, counts }: WithList & { readonly counts: Counts }) {
  const states = mailStatuses.filter((status) => (counts[status] ?? 0) > 0);
  if (states.length < 2) return null;
  return (
    <p class="govuk-body">
      {states.map((status, index) => (
        <>
          {index > 0 && ' · '}
          <a
            class="govuk-link"
            href={mailListAddress(mailsPath, { ...list, status, page: 1 })}
            {...(list.status === status && { 'aria-current': 'true' })}
          >
            {statusWords[status]}: {(counts[status] ?? 0).toLocaleString('en-GB')}
          </a>
        </>
      ))}
    </p>
  );
}
