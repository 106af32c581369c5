import { Button, Details, field, FormErrors, HiddenFields, Input, Select, type Form } from '#ui';
import { exhibitionStockPath } from '../addresses.js';
import type { ExhibitionChoice } from '../reading/exhibitions-with-stock.js';
import type { StockItemRow } from '../stock-item.entity.js';
import type { StockPlaceRow } from '../stock-place.entity.js';

/** The controls of a new line, in the order of the page. */
export const lineNames = ['item', 'quantity', 'from', 'into'] as const;

/** The controls of a list that begins with an earlier one’s use. */
export const copyNames = ['exhibition', 'copyInto'] as const;

export interface PackingFormsProps {
  readonly exhibitionId: string;
  readonly items: readonly StockItemRow[];
  readonly places: readonly StockPlaceRow[];
  readonly earlier: readonly ExhibitionChoice[];
  readonly form: Form;
  readonly token: string;
}

/** Adding to a packing list: a line, or what an earlier exhibition used. */
export function PackingForms({ exhibitionId, items, places, earlier, form, token }: PackingFormsProps) {
  const path = `${exhibitionStockPath(exhibitionId)}/packing`;
  const choices = [
    { value: '', text: 'Choose a place' },
    ...places.map(({ code, name }) => ({ value: code, text: `${name} (${code})` })),
  ];
  const free = places.filter((place) => place.exhibitionId === null || place.exhibitionId === exhibitionId);
  const boxes = [
    { value: '', text: 'Choose a box' },
    ...free.map(({ code, name }) => ({ value: code, text: `${name} (${code})` })),
  ];
  const isOpen = form.errors.length > 0;
  return (
    <div class="cn-no-print">
      <FormErrors form={form} />
      <Details summaryText="Add to the list" open={isOpen}>
        <form method="post" action={path} novalidate>
          <HiddenFields values={{ once: token }} />
          <Select
            {...field(form, 'item')}
            label="What"
            items={[
              { value: '', text: 'Choose an item' },
              ...items.map(({ id, name }) => ({ value: id, text: name })),
            ]}
          />
          <Input
            {...field(form, 'quantity')}
            label="How many"
            classes="govuk-input--width-5"
            inputmode="numeric"
          />
          <Select {...field(form, 'from')} label="From" items={choices} />
          <Select {...field(form, 'into')} label="Into" items={boxes} />
          <Button preventDoubleClick>Add it to the list</Button>
        </form>
      </Details>
      {earlier.length > 0 && (
        <Details summaryText="Begin with what another exhibition used" open={isOpen}>
          <form method="post" action={`${path}/copy`} novalidate>
            <HiddenFields values={{ once: token }} />
            <Select
              {...field(form, 'exhibition')}
              label="Exhibition"
              hint="As many as were used there; of what came back, as many as were brought. What is on this list already stays."
              items={[
                { value: '', text: 'Choose an exhibition' },
                ...earlier.map(({ id, title }) => ({ value: id, text: title })),
              ]}
            />
            <Select {...field(form, 'copyInto')} label="Pack it into" items={boxes} />
            <Button preventDoubleClick>Begin the list with it</Button>
          </form>
        </Details>
      )}
    </div>
  );
}
