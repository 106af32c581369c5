import { Button, field, FormErrors, Select, type Form } from '#ui';
import { stockPath } from '../addresses.js';
import { endsOf, type RecordedKind } from '../domain/movement.js';
import type { StockItemRow } from '../stock-item.entity.js';
import type { StockPlaceRow } from '../stock-place.entity.js';
import { recordWords } from './record-words.js';

export interface ChooseMovementProps {
  readonly kind: RecordedKind;
  readonly form: Form;
  readonly items: readonly StockItemRow[];
  readonly places: readonly StockPlaceRow[];
}

/** What, and between which places: a form that makes an address, which can be kept and gone back to. */
export function ChooseMovement({ kind, form, items, places }: ChooseMovementProps) {
  const ends = endsOf[kind];
  const choices = [
    { value: '', text: 'Choose a place' },
    ...places.map(({ code, name }) => ({ value: code, text: `${name} (${code})` })),
  ];
  return (
    <>
      <FormErrors form={form} />
      <h1 class="govuk-heading-xl">{recordWords[kind].heading}</h1>
      {items.length === 0 || places.length === 0 ? (
        <p class="govuk-body">
          There is nothing to choose from yet: <a href={stockPath}>add an item and a place first</a>.
        </p>
      ) : (
        <form method="get" action={`${stockPath}/record/${kind}`}>
          <Select
            {...field(form, 'item')}
            label="What"
            items={[
              { value: '', text: 'Choose an item' },
              ...items.map(({ id, name }) => ({ value: id, text: name })),
            ]}
          />
          {ends.from && <Select {...field(form, 'from')} label="From" items={choices} />}
          {ends.to && <Select {...field(form, 'to')} label="To" items={choices} />}
          <Button name="step" value="number">
            Continue
          </Button>
        </form>
      )}
    </>
  );
}
