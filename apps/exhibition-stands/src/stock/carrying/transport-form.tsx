import { checkWhole, readTime } from '#checks';
import {
  DateInput,
  dateField,
  dateNames,
  field,
  Input,
  readDay,
  Select,
  textIn,
  Textarea,
  type Form,
  type SubmittedValues,
} from '#ui';
import type { ExhibitionChoice } from '../reading/exhibitions-with-stock.js';
import { quantityRules } from '../recording/record-movement.js';
import type { StockItemRow } from '../stock-item.entity.js';
import type { StockPlaceRow } from '../stock-place.entity.js';
import { plannedAt, type TransportInput } from './plan-transport.js';

/** The controls of a transport, in the order of the page; those of the items come last, one each. */
export const transportNames: readonly string[] = [
  'from',
  'to',
  'carrierName',
  'carrierEmail',
  ...dateNames('day'),
  'time',
  'exhibitionId',
  'note',
  'items',
];

/** The controls for how many of each item. */
export const itemControls = (values: SubmittedValues): readonly string[] =>
  Object.keys(values).filter((name) => name.startsWith('item.'));

export function readTransport(values: SubmittedValues): TransportInput {
  return {
    from: textIn(values, 'from'),
    to: textIn(values, 'to'),
    carrierName: textIn(values, 'carrierName'),
    carrierEmail: textIn(values, 'carrierEmail'),
    plannedAt: plannedAt(
      readDay(values, 'day', 'the day on which it goes'),
      readTime(textIn(values, 'time'), 'time'),
      'day',
    ),
    note: textIn(values, 'note'),
    exhibitionId: textIn(values, 'exhibitionId').trim() || null,
    items: itemControls(values).flatMap((name) => {
      const typed = textIn(values, name).trim();
      if (typed === '') return [];
      return [{ itemId: name.slice('item.'.length), quantity: checkWhole(typed, name, quantityRules) }];
    }),
  };
}

export interface TransportFieldsProps {
  readonly form: Form;
  readonly items: readonly StockItemRow[];
  readonly places: readonly StockPlaceRow[];
  readonly exhibitions: readonly ExhibitionChoice[];
}

export function TransportFields({ form, items, places, exhibitions }: TransportFieldsProps) {
  const choices = [
    { value: '', text: 'Choose a place' },
    ...places.map(({ code, name }) => ({ value: code, text: `${name} (${code})` })),
  ];
  const legend = (text: string) => ({ legend: { text, classes: 'govuk-fieldset__legend--s' } });
  return (
    <>
      <Select {...field(form, 'from')} label="From" items={choices} />
      <Select {...field(form, 'to')} label="To" items={choices} />
      <Input {...field(form, 'carrierName')} label="Who carries it" />
      <Input
        {...field(form, 'carrierEmail')}
        label="Their email address (optional)"
        hint="By it they see what they carry in their own data."
        type="email"
        spellcheck={false}
      />
      <DateInput
        {...dateField(form, 'day')}
        fieldset={legend('On which day')}
        hint="For example, 24 9 2027."
      />
      <Input
        {...field(form, 'time')}
        label="At what time"
        hint="For example, 7:30am or 14:00."
        classes="govuk-input--width-5"
      />
      <Select
        {...field(form, 'exhibitionId')}
        label="For which exhibition (optional)"
        items={[
          { value: '', text: 'That of the place' },
          ...exhibitions.map(({ id, title }) => ({ value: id, text: title })),
        ]}
      />
      <fieldset class="govuk-fieldset" id="items">
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">What is carried</legend>
        {items.map(({ id, name, units }) => (
          <Input
            key={id}
            {...field(form, `item.${id}`)}
            label={<bdi>{name}</bdi>}
            suffix={units}
            classes="govuk-input--width-5"
            inputmode="numeric"
          />
        ))}
      </fieldset>
      <Textarea {...field(form, 'note')} label="Note (optional)" rows={2} />
    </>
  );
}
