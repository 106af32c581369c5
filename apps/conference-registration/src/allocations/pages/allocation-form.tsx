import { checkWhole } from '#checks';
import { field, Input, Radios, Select, textIn, type Form, type SubmittedValues } from '#ui';
import { categories, categoryTitles } from '../../members/domain/organisation.js';
import { placesRules, type AllocationInput, type AllocationsSoFar } from '../domain/allocation-details.js';

/** The controls of new free places, in the order of the page. */
export const allocationNames: readonly string[] = [
  'ticketTypeId',
  'whom',
  'category',
  'organisationId',
  'places',
];

export const readPlaces = (values: SubmittedValues, least = 1) =>
  checkWhole(textIn(values, 'places'), 'places', { ...placesRules, least });

/** What was chosen for the other kind of whom is passed over: without scripts both can be seen. */
export function readAllocation(values: SubmittedValues): AllocationInput {
  const whom = textIn(values, 'whom');
  return {
    ticketTypeId: textIn(values, 'ticketTypeId'),
    category: whom === 'category' ? textIn(values, 'category') || 'none' : '',
    organisationId: whom === 'organisation' ? textIn(values, 'organisationId') || 'none' : '',
    places: readPlaces(values),
  };
}

export interface AllocationFieldsProps {
  readonly form: Form;
  readonly soFar: Omit<AllocationsSoFar, 'allocations'>;
}

const choose = { value: '', text: 'Choose' };

/** Every control of new free places. */
export function AllocationFields({ form, soFar: { tickets, organisations } }: AllocationFieldsProps) {
  return (
    <>
      <Select
        {...field(form, 'ticketTypeId')}
        label="Ticket or add-on"
        items={[choose, ...tickets.map(({ id, name }) => ({ value: id, text: name }))]}
      />
      <Radios
        {...field(form, 'whom')}
        fieldset={{ legend: { text: 'For whom', classes: 'govuk-fieldset__legend--s' } }}
        items={[
          {
            value: 'category',
            text: 'Each organisation of a category',
            conditional: (
              <Select
                {...field(form, 'category')}
                label="Category"
                items={[
                  choose,
                  ...categories.map((category) => ({ value: category, text: categoryTitles[category] })),
                ]}
              />
            ),
          },
          {
            value: 'organisation',
            text: 'One organisation',
            hint: 'It has these besides those of its category.',
            conditional: (
              <Select
                {...field(form, 'organisationId')}
                label="Organisation"
                items={[choose, ...organisations.map(({ id, name }) => ({ value: id, text: name }))]}
              />
            ),
          },
        ]}
      />
      <PlacesField form={form} />
    </>
  );
}

export function PlacesField({ form }: { readonly form: Form }) {
  return (
    <Input
      {...field(form, 'places')}
      label="Number of free places, for each organisation"
      hint="Whoever wants more pays the price of their category."
      classes="govuk-input--width-4"
      inputmode="numeric"
    />
  );
}
