import { FilterForm, Input, Select } from '#ui';
import { organisationsPath } from '../../addresses.js';
import { categories, statuses } from '../../domain/organisation.js';
import { capitalised, categoryWords, statusWords } from '../../domain/words.js';
import { isFiltered, type OrganisationList } from '../domain/organisation-list.js';

export interface ListFiltersProps {
  readonly list: OrganisationList;
  /** Every kind of body on record. */
  readonly kinds: readonly string[];
}

/** Which organisations to list: a form that makes an address. */
export function ListFilters({ list, kinds }: ListFiltersProps) {
  return (
    <FilterForm
      action={organisationsPath}
      label="Organisations"
      show="Show these organisations"
      all={
        isFiltered(list) || list.status !== 'current'
          ? { text: 'Show all members', href: organisationsPath }
          : null
      }
    >
      <Input
        name="q"
        type="search"
        label="Name, email domain or the accountable body’s reference"
        value={list.text}
      />
      <div class="cn-filters__fields">
        <Select
          name="category"
          label="Category"
          value={list.category ?? ''}
          items={[
            { value: '', text: 'Any' },
            ...categories.map((category) => ({ value: category, text: categoryWords[category] })),
          ]}
        />
        <Select
          name="status"
          label="Status"
          value={list.status}
          items={[
            { value: 'current', text: 'All members' },
            ...statuses.map((status) => ({
              value: status,
              text: status === 'member' ? 'Member (not leaving or retained)' : statusWords[status],
            })),
            { value: 'any', text: 'Any' },
          ]}
        />
        <Select
          name="kind"
          label="Kind"
          value={list.kind}
          items={[
            { value: '', text: 'Any' },
            ...kinds.map((kind) => ({ value: kind, text: capitalised(kind) })),
          ]}
        />
      </div>
      {list.due !== null && <input type="hidden" name="due" value={list.due} />}
    </FilterForm>
  );
}
