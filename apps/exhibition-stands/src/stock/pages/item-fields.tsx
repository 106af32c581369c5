import { checkOptionalWhole } from '#checks';
import { field, Input, textIn, Textarea, type Form, type SubmittedValues } from '#ui';
import { reorderRules, type ItemInput } from '../domain/item-details.js';
import type { StockItemRow } from '../stock-item.entity.js';

/** The controls of an item, in the order of the page. */
export const itemNames: readonly string[] = ['name', 'unit', 'units', 'reorderLevel', 'note'];

export const fillItem = (item: StockItemRow): SubmittedValues => ({
  name: item.name,
  unit: item.unit,
  units: item.units,
  reorderLevel: item.reorderLevel === null ? '' : String(item.reorderLevel),
  note: item.note,
});

export const readItem = (values: SubmittedValues): ItemInput => ({
  name: textIn(values, 'name'),
  unit: textIn(values, 'unit'),
  units: textIn(values, 'units'),
  reorderLevel: checkOptionalWhole(textIn(values, 'reorderLevel'), 'reorderLevel', reorderRules),
  note: textIn(values, 'note'),
});

export function ItemFields({ form }: { readonly form: Form }) {
  return (
    <>
      <Input {...field(form, 'name')} label="Name" hint="For example, Case-studies packs." />
      <Input
        {...field(form, 'unit')}
        label="One of it is called"
        hint="For example, pack."
        classes="govuk-input--width-10"
      />
      <Input
        {...field(form, 'units')}
        label="Several are called (optional)"
        hint="Leave it blank where an “s” is put on: packs."
        classes="govuk-input--width-10"
      />
      <Input
        {...field(form, 'reorderLevel')}
        label="Re-order level (optional)"
        hint="When so many or fewer remain in all places, we remind you to order more."
        classes="govuk-input--width-5"
        inputmode="numeric"
      />
      <Textarea
        {...field(form, 'note')}
        label="Note (optional)"
        hint="Who supplies it, what it costs."
        rows={3}
      />
    </>
  );
}
