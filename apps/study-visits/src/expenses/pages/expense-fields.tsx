import {
  dateField,
  DateInput,
  dateNames,
  dayBoxes,
  field,
  FileUpload,
  Input,
  Radios,
  readDay,
  Select,
  Textarea,
  textIn,
  type Form,
  type SubmittedValues,
} from '#ui';
import { acceptOf } from '#uploads';
import type { Traveller } from '../../travellers/domain/traveller.js';
import { amountAsTyped } from '../domain/amount.js';
import { currencyCodes, ownCurrency, type Currency } from '../domain/currencies.js';
import type { Expense, ExpenseInput } from '../domain/expense.js';
import type { KeptExpense } from '../expense-of.js';
import { currencyInWords } from '../in-words.js';
import { receiptFiles } from '../receipts.js';

/** The controls of an expense, in the order of the page. */
export const expenseNames: readonly string[] = [
  'claimant',
  'what',
  ...dateNames('day'),
  'amount',
  'currency',
  'paidWith',
  'forWhom',
  'forWords',
  'file',
  'noReceiptWhy',
];

export const fillExpense = (expense: Expense): SubmittedValues => ({
  what: expense.what,
  ...dayBoxes('day', expense.day),
  amount: amountAsTyped(expense.amountMinor, expense.currency),
  currency: expense.currency,
  paidWith: expense.paidWith,
  forWhom: expense.forWhom,
  forWords: expense.forWords,
  noReceiptWhy: expense.noReceiptWhy,
});

export const readExpense = (values: SubmittedValues): ExpenseInput => ({
  day: readDay(values, 'day', 'the day on which it was paid'),
  what: textIn(values, 'what'),
  currency: textIn(values, 'currency'),
  amount: { text: textIn(values, 'amount') },
  paidWith: textIn(values, 'paidWith'),
  forWhom: textIn(values, 'forWhom'),
  forWords: textIn(values, 'forWords'),
  noReceiptWhy: textIn(values, 'noReceiptWhy'),
});

export interface ExpenseFieldsProps {
  readonly form: Form;
  /** Whether a traveller fills it in, by their link. */
  readonly isOwn: boolean;
  /** For whom staff may write; empty for a traveller and for an expense that there is. */
  readonly claimants: readonly Traveller[];
  /** Those that have a stated rate, which come first. */
  readonly rated: readonly Currency[];
  readonly receipt: KeptExpense['receipt'];
}

export function ExpenseFields({ form, isOwn, claimants, rated, receipt }: ExpenseFieldsProps) {
  return (
    <>
      {claimants.length > 0 && (
        <Select
          {...field(form, 'claimant')}
          label="Who claims it?"
          items={[
            { value: '', text: 'I do' },
            ...claimants.map(({ id, name, organisationName }) => ({
              value: id,
              text: organisationName === '' ? name : `${name}, ${organisationName}`,
            })),
          ]}
        />
      )}
      <Input {...field(form, 'what')} label="What was it for?" hint="For example, Taxi to the station." />
      <DateInput {...dateField(form, 'day')} fieldset={{ legend: 'When was it paid?' }} />
      <Input
        {...field(form, 'amount')}
        label="How much was it?"
        hint="As on the receipt, in its currency, like 12.50."
        inputmode="decimal"
        classes="govuk-input--width-10"
      />
      <Select
        {...field(form, 'currency')}
        label="In which currency?"
        items={inOrder(rated).map((currency) => ({ value: currency, text: currencyInWords(currency) }))}
      />
      <Radios
        {...field(form, 'paidWith')}
        fieldset={{ legend: 'Whose money was it paid with?' }}
        items={[
          {
            value: 'own',
            text: isOwn ? 'My own' : 'That of whoever claims it',
            hint: isOwn ? 'You get it back.' : 'They get it back.',
          },
          { value: 'visit', text: 'The visit’s', hint: 'Its card, or cash that staff handed out.' },
        ]}
      />
      <Radios
        {...field(form, 'forWhom')}
        fieldset={{ legend: 'Whom was it for?' }}
        items={[
          { value: 'claimant', text: isOwn ? 'For me' : 'For whoever claims it' },
          { value: 'everybody', text: 'For everybody who travels' },
          {
            value: 'some',
            text: 'For some of those who travel',
            conditional: <Input {...field(form, 'forWords')} label="Who were they?" />,
          },
        ]}
      />
      <FileUpload
        {...field(form, 'file')}
        label={receipt === null ? 'The receipt' : 'Another receipt in place of the one there is (optional)'}
        hint={`A photo (JPEG or PNG) or a PDF, of at most 10 MB.${receipt === null ? ' You can add it later.' : ` There is “${receipt.name}”.`}`}
        accept={acceptOf(receiptFiles.kinds)}
      />
      <Input
        {...field(form, 'noReceiptWhy')}
        label="If there is none, why (optional)"
        hint="For example, The bus driver gives none."
      />
    </>
  );
}

/** Pounds, then those with a rate, then the others, as they are listed. */
function inOrder(rated: readonly Currency[]): readonly Currency[] {
  const first = new Set<Currency>([ownCurrency, ...rated]);
  return [...first, ...currencyCodes.filter((currency) => !first.has(currency))];
}

/** Why staff refuse, or go back on what they decided. */
export function WhyField({ form, label }: { readonly form: Form; readonly label: string }) {
  return <Textarea {...field(form, 'why')} label={label} hint="Whoever claims it reads this." rows={3} />;
}
