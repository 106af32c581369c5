import { checkPence } from '#checks';
import {
  DateInput,
  dateField,
  dateNames,
  dayBoxes,
  field,
  filledRows,
  Input,
  readDay,
  rowName,
  rowNames,
  Textarea,
  textIn,
  type Form,
  type Rows,
  type SubmittedValues,
} from '#ui';
import { checkMoney, mostRefundSteps, type MoneyInput } from '../domain/money.js';
import type { Visit } from '../domain/visit.js';

export const refundRows: Rows = { name: 'refunds', parts: ['daysBefore', 'percent'], most: mostRefundSteps };

/** The controls, in the order of the page. */
export const moneyNames: readonly string[] = [
  'pricePence',
  'priceIncludes',
  'depositPence',
  ...dateNames('balanceDueOn'),
  ...rowNames(refundRows),
];

const pounds = (pence: number): string => (pence / 100).toFixed(2);

export function fillMoney(visit: Visit): SubmittedValues {
  const refunds = visit.refunds.flatMap(({ daysBefore, percent }, index) => [
    [rowName(refundRows, index, 'daysBefore'), String(daysBefore)],
    [rowName(refundRows, index, 'percent'), String(percent)],
  ]);
  return {
    pricePence: pounds(visit.pricePence),
    priceIncludes: visit.priceIncludes,
    depositPence: pounds(visit.depositPence),
    ...dayBoxes('balanceDueOn', visit.balanceDueOn),
    ...Object.fromEntries(refunds),
  };
}

/** What the form says, for the rules to check. @param values with its lines together */
const readMoney = (values: SubmittedValues): MoneyInput => ({
  pricePence: checkPence(textIn(values, 'pricePence'), 'pricePence', { what: 'the price' }),
  priceIncludes: textIn(values, 'priceIncludes'),
  depositPence: checkPence(textIn(values, 'depositPence') || '0', 'depositPence', { what: 'the deposit' }),
  balanceDueOn: readDay(values, 'balanceDueOn', 'the day on which the balance is due'),
  refunds: Array.from({ length: filledRows(values, refundRows) }, (_, index) => ({
    daysBefore: textIn(values, rowName(refundRows, index, 'daysBefore')),
    percent: textIn(values, rowName(refundRows, index, 'percent')),
  })),
});

export const checkMoneyForm = (values: SubmittedValues) => checkMoney(readMoney(values));

/** What a place costs, and what becomes of the money of those who withdraw. */
export function MoneyFields({ form }: { readonly form: Form }) {
  const money = { prefix: '£', inputmode: 'decimal', classes: 'govuk-input--width-10' } as const;
  return (
    <>
      <Input
        {...field(form, 'pricePence')}
        label="Price for one delegate"
        hint="All of it, the deposit included. 0 if it costs nothing."
        {...money}
      />
      <Textarea
        {...field(form, 'priceIncludes')}
        label="What the price includes, and what it does not"
        hint="Flights, rooms, meals, insurance. Needed to announce the visit, even where it costs nothing."
        rows={4}
      />
      <Input
        {...field(form, 'depositPence')}
        label="Deposit (optional)"
        hint="A part of the price that is due when somebody accepts a place."
        {...money}
      />
      <DateInput
        {...dateField(form, 'balanceDueOn')}
        fieldset={{ legend: 'The balance is due on' }}
        hint="The price without the deposit. Leave it blank where there is no balance."
      />
      <h2 class="govuk-heading-m">For those who withdraw</h2>
      <p class="govuk-hint">
        Whoever withdraws at least so many days before the first one is not charged so much of the price, or
        has it back. After the last step the whole price is charged. Leave all blank if nothing is given back.
      </p>
      <Refunds form={form} />
    </>
  );
}

/** Lines for the steps that there are and one more, three at least. */
function Refunds({ form }: { readonly form: Form }) {
  const rows = Math.min(refundRows.most, Math.max(3, filledRows(form.values, refundRows) + 1));
  return (
    <>
      {Array.from({ length: rows }, (_, index) => (
        <fieldset class="govuk-fieldset" key={index}>
          <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">Step {index + 1}</legend>
          <div class="cn-row">
            <Input
              {...field(form, rowName(refundRows, index, 'daysBefore'))}
              label="Days before the visit"
              inputmode="numeric"
              classes="govuk-input--width-3"
            />
            <Input
              {...field(form, rowName(refundRows, index, 'percent'))}
              label="Per cent given back"
              inputmode="numeric"
              classes="govuk-input--width-3"
              suffix="%"
            />
          </div>
        </fieldset>
      ))}
    </>
  );
}
