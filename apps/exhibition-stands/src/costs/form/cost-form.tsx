import { checkOptionalPence } from '#checks';
import {
  DateInput,
  dateField,
  dateNames,
  dayBoxes,
  field,
  Input,
  readDay,
  Select,
  textIn,
  type Form,
  type SubmittedValues,
} from '#ui';
import { costCategories, type CostDetails, type CostInput } from '../domain/cost.js';
import { categoryWords } from '../in-words.js';

/** The controls of a cost, in the order of the page. */
export const costNames: readonly string[] = [
  'description',
  'category',
  'budgetPence',
  'actualPence',
  ...dateNames('paidOn'),
];

const pounds = (pence: number | null): string => (pence === null ? '' : (pence / 100).toFixed(2));

export const fillCost = (cost: CostDetails): SubmittedValues => ({
  description: cost.description,
  category: cost.category,
  budgetPence: pounds(cost.budgetPence),
  actualPence: pounds(cost.actualPence),
  ...dayBoxes('paidOn', cost.paidOn),
});

export const readCost = (values: SubmittedValues): CostInput => ({
  description: textIn(values, 'description'),
  category: textIn(values, 'category'),
  budgetPence: checkOptionalPence(textIn(values, 'budgetPence'), 'budgetPence', { what: 'the budget' }),
  actualPence: checkOptionalPence(textIn(values, 'actualPence'), 'actualPence', { what: 'the cost' }),
  paidOn: readDay(values, 'paidOn', 'the day of payment'),
});

export function CostFields({ form }: { readonly form: Form }) {
  const money = { prefix: '£', inputmode: 'decimal', classes: 'govuk-input--width-10' } as const;
  return (
    <>
      <Input {...field(form, 'description')} label="What for" hint="For example, Space of 3 by 2 metres." />
      <Select
        {...field(form, 'category')}
        label="Category"
        items={costCategories.map((category) => ({ value: category, text: categoryWords[category] }))}
      />
      <Input {...field(form, 'budgetPence')} label="Budget" hint="What it may cost." {...money} />
      <Input
        {...field(form, 'actualPence')}
        label="Actual (optional)"
        hint="What it did cost. Leave it blank while it is not known."
        {...money}
      />
      <DateInput {...dateField(form, 'paidOn')} fieldset={{ legend: 'Paid on (optional)' }} />
    </>
  );
}
