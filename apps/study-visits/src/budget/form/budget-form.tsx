import { checkOptionalPence } from '#checks';
import { field, Input, Select, textIn, type Form, type SubmittedValues } from '#ui';
import { budgetCategories, type BudgetLine, type BudgetLineInput } from '../domain/budget.js';
import { categoryWords } from '../in-words.js';

/** The controls of a line, in the order of the page. */
export const lineNames: readonly string[] = [
  'description',
  'category',
  'plannedPence',
  'actualPence',
  'fundedPence',
  'fundedBy',
];

const pounds = (pence: number | null): string => (pence === null ? '' : (pence / 100).toFixed(2));

export const fillLine = (line: BudgetLine): SubmittedValues => ({
  description: line.description,
  category: line.category,
  plannedPence: pounds(line.plannedPence),
  actualPence: pounds(line.actualPence),
  fundedPence: line.fundedPence === 0 ? '' : pounds(line.fundedPence),
  fundedBy: line.fundedBy,
});

export const readLine = (values: SubmittedValues): BudgetLineInput => ({
  description: textIn(values, 'description'),
  category: textIn(values, 'category'),
  plannedPence: sum(values, 'plannedPence', 'what it may cost'),
  actualPence: sum(values, 'actualPence', 'what it did cost'),
  fundedPence: sum(values, 'fundedPence', 'what is given towards it'),
  fundedBy: textIn(values, 'fundedBy'),
});

const sum = (values: SubmittedValues, name: string, what: string) =>
  checkOptionalPence(textIn(values, name), name, { what });

export function LineFields({ form }: { readonly form: Form }) {
  const money = { prefix: '£', inputmode: 'decimal', classes: 'govuk-input--width-10' } as const;
  return (
    <>
      <Input
        {...field(form, 'description')}
        label="What for"
        hint="For example, 25 return flights to Bologna."
      />
      <Select
        {...field(form, 'category')}
        label="Category"
        items={budgetCategories.map((category) => ({ value: category, text: categoryWords[category] }))}
      />
      <Input {...field(form, 'plannedPence')} label="Planned" hint="What it may cost, for all." {...money} />
      <Input
        {...field(form, 'actualPence')}
        label="Actual (optional)"
        hint="What it did cost. Leave it blank while it is not known. Expenses that are agreed to come on top by themselves."
        {...money}
      />
      <Input
        {...field(form, 'fundedPence')}
        label="Funded (optional)"
        hint="What somebody gives towards it besides what travellers pay."
        {...money}
      />
      <Input {...field(form, 'fundedBy')} label="Funded by (optional)" />
    </>
  );
}
