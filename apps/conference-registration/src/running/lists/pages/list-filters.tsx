import { Checkboxes, FilterForm, Input, Select } from '#ui';
import type { Catalogue } from '../../../catalogue/domain/catalogue.js';
import { isFiltered, type BookingState, type DelegateState, type RunningList } from '../domain/list-query.js';

export interface ListFiltersProps<State extends BookingState | DelegateState> {
  /** The list's address. */
  readonly path: string;
  /** "Bookings" */
  readonly label: string;
  readonly list: RunningList<State>;
  readonly states: readonly State[];
  stateInWords(this: void, state: State): string;
  readonly catalogue: Catalogue;
  readonly organisations: readonly { readonly id: string; readonly name: string }[];
}

/** Which bookings or delegates to show. */
export function ListFilters<State extends BookingState | DelegateState>({
  path,
  label,
  list,
  states,
  stateInWords,
  catalogue,
  organisations,
}: ListFiltersProps<State>) {
  return (
    <FilterForm
      action={path}
      label={label}
      show={`Show these ${label.toLowerCase()}`}
      all={isFiltered(list) ? { text: `Show all ${label.toLowerCase()}`, href: path } : null}
    >
      <Input
        name="q"
        type="search"
        label="Name, organisation, reference, code, purchase order or invoice number"
        value={list.text}
      />
      <SelectionFields
        state={{ value: list.state, states, stateInWords }}
        list={list}
        catalogue={catalogue}
        organisations={organisations}
      />
    </FilterForm>
  );
}

export interface SelectionFieldsProps<State extends BookingState | DelegateState> {
  readonly state: {
    readonly value: State;
    readonly states: readonly State[];
    stateInWords(this: void, state: State): string;
  };
  readonly list: Pick<RunningList, 'ticketTypeId' | 'organisationId' | 'isOrderMissing' | 'isUnpaid'>;
  readonly catalogue: Catalogue;
  readonly organisations: readonly { readonly id: string; readonly name: string }[];
}

/** The fields by which some of a conference's bookings or delegates are chosen. */
export function SelectionFields<State extends BookingState | DelegateState>({
  state: { value, states, stateInWords },
  list,
  catalogue,
  organisations,
}: SelectionFieldsProps<State>) {
  return (
    <>
      <div class="cn-filters__fields">
        <Select
          name="state"
          label="Status"
          value={value}
          items={states.map((state) => ({ value: state, text: stateInWords(state) }))}
        />
        <Select
          name="ticket"
          label="Ticket or add-on"
          value={list.ticketTypeId ?? ''}
          items={[
            { value: '', text: 'Any' },
            ...catalogue.ticketTypes.map(({ id, name }) => ({ value: id, text: name })),
          ]}
        />
        <Select
          name="organisation"
          label="Organisation"
          value={list.organisationId ?? ''}
          items={[
            { value: '', text: 'Any' },
            ...organisations.map(({ id, name }) => ({ value: id, text: name })),
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
      <Checkboxes
        name="paid"
        idPrefix="paid"
        classes="govuk-checkboxes--small"
        values={list.isUnpaid ? ['no'] : []}
        items={[{ value: 'no', text: 'Only where something is still to be paid' }]}
      />
    </>
  );
}
