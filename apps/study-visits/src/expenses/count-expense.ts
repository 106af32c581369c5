import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { unprocessable } from '#platform';
import { dateInWords } from '#ui';
import { ownCurrency } from './domain/currencies.js';
import type { Expense } from './domain/expense.js';
import { noRateInWords, penceOf, rateOn } from './domain/exchange.js';
import { plainRate } from './expense-of.js';
import { ExpenseRateRow } from './expense.entities.js';

/** What an expense counts as, and the rate by which it does. */
export interface CountedAs {
  readonly pence: number;
  readonly perPound: string | null;
  readonly rateFrom: string | null;
  readonly rateSource: string;
}

/** A million pounds: an expense above is a slip of the keyboard. */
const mostPence = 100_000_000;

/** Tells what an expense is in pounds, by the rate that was stated for its day. */
@Injectable()
export class CountExpense {
  /**
   * @param manager of a transaction that has the visit's lock, so that no rate is changed meanwhile
   * @throws Problem 422 at `currency` where no rate is stated for the day; at `amount` where it is beyond everything
   */
  async run(
    manager: EntityManager,
    visitId: string,
    { currency, amountMinor, day }: Pick<Expense, 'currency' | 'amountMinor' | 'day'>,
  ): Promise<CountedAs> {
    if (currency === ownCurrency) {
      return { pence: amountMinor, perPound: null, rateFrom: null, rateSource: '' };
    }
    const stated = await manager.findBy(ExpenseRateRow, { visitId, currency });
    const rate = rateOn(stated, currency, day);
    if (rate === null) {
      const when = dateInWords(Temporal.PlainDate.from(day), { weekday: false });
      throw unprocessable([{ field: 'currency', code: 'no-rate', message: noRateInWords(currency, when) }]);
    }
    const perPound = plainRate(rate.perPound);
    const pence = penceOf(amountMinor, currency, perPound);
    if (pence > mostPence) {
      const message = 'This is more than a million pounds at the rate of that day. Check the amount.';
      throw unprocessable([{ field: 'amount', code: 'too-large', message }]);
    }
    return { pence, perPound, rateFrom: rate.fromDay, rateSource: rate.source };
  }
}
