import { FilterForm, Input, Select } from '#ui';
import { eventStatuses } from '../../events/domain/event.js';
import { managePath } from '../addresses.js';
import { isFiltered, periods, type Period, type StaffList } from '../domain/staff-list.js';
import { statusInWords } from '../words.js';

export const periodWords: Readonly<Record<Period, string>> = {
  coming: 'Coming',
  past: 'Past',
  all: 'Coming and past',
};

/** Which events to list: a form that makes an address. */
export function ListFilters({ list }: { readonly list: StaffList }) {
  return (
    <FilterForm
      action={managePath}
      label="Events"
      show="Show these events"
      all={
        isFiltered(list) || list.period !== 'coming'
          ? { text: 'Show all coming events', href: managePath }
          : null
      }
    >
      <Input name="q" type="search" label="Title, place or words of the description" value={list.text} />
      <div class="cn-filters__fields">
        <Select
          name="status"
          label="Status"
          value={list.status ?? ''}
          items={[
            { value: '', text: 'Any' },
            ...eventStatuses.map((status) => ({ value: status, text: statusInWords(status) })),
          ]}
        />
        <Select
          name="period"
          label="When"
          value={list.period}
          items={periods.map((period) => ({ value: period, text: periodWords[period] }))}
        />
      </div>
      {list.lack !== null && <input type="hidden" name="lacks" value={list.lack} />}
    </FilterForm>
  );
}
