import { z } from 'zod';
import { pageOf, paging } from '#platform';
import { currencyCodes } from '../domain/currencies.js';
import { forWhoms } from '../domain/expense.js';
import { expenseStates, paidWiths } from '../domain/steps.js';

const text = z.string();
const pence = z.int().meta({ description: 'Whole pence.' });

const said = {
  day: z.iso.date().meta({ description: 'When it was paid; not a day to come.' }),
  what: text,
  currency: text.meta({ description: `ISO 4217: one of ${currencyCodes.join(', ')}.` }),
  amountMinor: z.int().meta({ description: 'In the smallest units of the currency: cents; of yen, yen.' }),
  paidWith: text.meta({
    description: `One of ${paidWiths.join(', ')}: \`own\` money is paid back, the visit’s is not.`,
  }),
  forWhom: text.meta({ description: `One of ${forWhoms.join(', ')}.` }),
  forWords: text.default('').meta({ description: 'Who, where it was for some.' }),
  noReceiptWhy: text.default('').meta({ description: 'Why there is no receipt, where there is none.' }),
};

export const expenseInput = z.strictObject(said).meta({ id: 'ExpenseInput' });

export const staffExpenseInput = z
  .strictObject({
    ...said,
    claimant: text.default('').meta({ description: 'A traveller’s id; blank: whoever asks claims it.' }),
  })
  .meta({ id: 'StaffExpenseInput' });

export const expenseOutput = z
  .strictObject({
    id: z.uuid(),
    number: z.int(),
    claimant: text.meta({ description: '`traveller:` or `person:` and an id.' }),
    claimantName: text,
    day: z.iso.date(),
    what: text,
    currency: z.enum(currencyCodes),
    amountMinor: z.int(),
    pence,
    rate: z
      .strictObject({ perPound: text, fromDay: z.iso.date(), source: text })
      .nullable()
      .meta({ description: 'What £1 bought, by which it is in pounds; `null`: it was in pounds.' }),
    paidWith: z.enum(paidWiths),
    forWhom: z.enum(forWhoms),
    forWords: text,
    sharerIds: z.array(z.uuid()).meta({ description: 'Travellers, as staff found whom it was for.' }),
    noReceiptWhy: text,
    receipt: z.strictObject({ name: text, mediaType: text }).nullable(),
    state: z.enum(expenseStates),
    budgetLineId: z.uuid().nullable(),
    sentAt: z.iso.datetime().nullable(),
    decidedAt: z.iso.datetime().nullable(),
    refusedWhy: text,
    paid: z.strictObject({ on: z.iso.date(), reference: text }).nullable(),
    version: z.int(),
  })
  .meta({ id: 'Expense' });

export const expensesQuery = z.strictObject(paging);

export const expensesPage = pageOf(expenseOutput).extend({
  totals: z.strictObject({
    waitingPence: pence,
    agreedPence: pence,
    owedPence: pence,
    paidPence: pence,
  }),
});

export const agreeInput = z
  .strictObject({
    budgetLineId: text.default('').meta({ description: 'A line of the budget; blank: none.' }),
    sharers: z
      .array(text)
      .default([])
      .meta({ description: 'Travellers’ ids, needed where it was for some of them.' }),
  })
  .meta({ id: 'ExpenseAgreement' });

export const whyInput = z.strictObject({ why: text }).meta({ id: 'ExpenseReason' });

export const paidInput = z
  .strictObject({ on: z.iso.date(), reference: text.default('') })
  .meta({ id: 'ExpensePayment' });

export const rateInput = z
  .strictObject({
    currency: text,
    fromDay: z.iso.date(),
    perPound: text.meta({ description: 'What £1 buys, as a decimal: `1.1712`.' }),
    source: text,
  })
  .meta({ id: 'ExpenseRateInput' });

export const rateOutput = z
  .strictObject({
    id: z.uuid(),
    currency: z.enum(currencyCodes),
    fromDay: z.iso.date(),
    perPound: text,
    source: text,
    statedAt: z.iso.datetime(),
    version: z.int().meta({ description: 'Always 1: a rate is deleted and stated anew.' }),
  })
  .meta({ id: 'ExpenseRate' });

export const ratesOutput = z.strictObject({ items: z.array(rateOutput) }).meta({ id: 'ExpenseRates' });

export type ExpenseJsonInput = z.output<typeof expenseInput>;
export type ExpenseOutput = z.output<typeof expenseOutput>;
export type RateJsonInput = z.output<typeof rateInput>;
export type RateOutput = z.output<typeof rateOutput>;
