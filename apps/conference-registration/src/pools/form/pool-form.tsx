import { checkWhole } from '#checks';
import { allValues, Checkboxes, field, Input, Radios, textIn, type Form, type SubmittedValues } from '#ui';
import { capacityRules, type Named, type PoolDetails, type PoolInput } from '../domain/pool-details.js';

/** The controls of a limit, in the order of the page. */
export const poolNames: readonly string[] = ['name', 'capacity', 'perOrganisation', 'ticketTypeIds'];

/** The form of a limit that is not there yet. */
export const blankPool: SubmittedValues = { perOrganisation: 'no' };

export function readPool(values: SubmittedValues): PoolInput {
  return {
    name: textIn(values, 'name'),
    capacity: checkWhole(textIn(values, 'capacity'), 'capacity', capacityRules),
    perOrganisation: textIn(values, 'perOrganisation') === 'yes',
    ticketTypeIds: allValues(values, 'ticketTypeIds'),
  };
}

export function fillPool(pool: PoolDetails): SubmittedValues {
  return {
    name: pool.name,
    capacity: String(pool.capacity),
    perOrganisation: pool.perOrganisation ? 'yes' : 'no',
    ticketTypeIds: pool.ticketTypeIds,
  };
}

export interface PoolFieldsProps {
  readonly form: Form;
  /** Of the conference. */
  readonly tickets: readonly Named[];
}

/** Every control of a limit. */
export function PoolFields({ form, tickets }: PoolFieldsProps) {
  const legend = (text: string) => ({ legend: { text, classes: 'govuk-fieldset__legend--s' } });
  return (
    <>
      <Input
        {...field(form, 'name')}
        label="Name"
        hint="Whoever cannot have a place reads it, like Civic dinner or In person."
      />
      <Input
        {...field(form, 'capacity')}
        label="Number of places"
        hint="You may set it below what is taken: nobody loses a place, and no more are sold."
        classes="govuk-input--width-5"
        inputmode="numeric"
      />
      <Radios
        {...field(form, 'perOrganisation')}
        fieldset={legend('Whose places these are')}
        items={[
          { value: 'no', text: 'All together', hint: 'The room holds 300.' },
          { value: 'yes', text: 'Each organisation has so many', hint: 'One organisation sends at most 6.' },
        ]}
      />
      <Checkboxes
        {...field(form, 'ticketTypeIds')}
        fieldset={legend('Tickets and add-ons that take from it')}
        hint="One may take from several limits: whichever has no place left stops it."
        items={tickets.map(({ id, name }) => ({ value: id, text: name }))}
      />
    </>
  );
}
