import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import {
  accepted,
  changesBetween,
  checkPlausibleDay,
  checkText,
  problemsOf,
  refuse,
  refused,
  type Checked,
  type FieldProblem,
} from '#checks';
import { dateOf, doneBy, notFound, unprocessable, valueOf, type Actor } from '#platform';
import { isId } from '../domain/ids.js';
import { ChangePlan } from '../plans/change-plan.js';
import { CLOCK, type Clock } from '../tokens.js';
import { ownCurrency, type Currency } from './domain/currencies.js';
import { checkCurrency } from './domain/expense.js';
import { checkPerPound } from './domain/exchange.js';
import { plainRate } from './expense-of.js';
import { ExpenseRateRow } from './expense.entities.js';
import { rateWords } from './in-words.js';

/** A rate as staff state it. */
export interface RateInput {
  readonly currency: string;
  readonly fromDay: Checked<string | null>;
  readonly perPound: string;
  readonly source: string;
}

const noSuchRate = () => notFound('There is no such rate. It may have been deleted.');

/** States what currencies are worth on a visit. An expense that was sent keeps the rate that it was sent at. */
@Injectable()
export class KeepRates {
  constructor(
    private readonly plan: ChangePlan,
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** By currency, the latest first. */
  async of(visitId: string): Promise<ExpenseRateRow[]> {
    const rows = await this.dataSource.manager.find(ExpenseRateRow, {
      where: { visitId },
      order: { currency: 'ASC', fromDay: 'DESC' },
    });
    return rows.map((row) => ({ ...row, perPound: plainRate(row.perPound) }));
  }

  /** @throws Problem 404 */
  async one(visitId: string, id: string): Promise<ExpenseRateRow> {
    const row = isId(id) ? await this.dataSource.manager.findOneBy(ExpenseRateRow, { id, visitId }) : null;
    if (row === null) throw noSuchRate();
    return { ...row, perPound: plainRate(row.perPound) };
  }

  /**
   * @param manager of a transaction that holds no lock yet
   * @throws Problem 404; 422 with every field that needs attention, also where the day has a rate of the currency
   */
  add(manager: EntityManager, actor: Actor, visitId: string, input: RateInput): Promise<ExpenseRateRow> {
    return this.plan.within(manager, actor, visitId, async ({ actor: noted }) => {
      const rate = valueOf(checkRate(input));
      const { currency, fromDay } = rate;
      if (await manager.existsBy(ExpenseRateRow, { visitId, currency, fromDay })) {
        const message = 'There is a rate of this currency from this day already. Delete that one first.';
        throw unprocessable([{ field: 'fromDay', code: 'rate-there', message }]);
      }
      const by = doneBy(noted);
      const id = uuidv7();
      await manager.insert(ExpenseRateRow, {
        ...rate,
        id,
        visitId,
        statedById: by.personId,
        statedByName: by.personName,
        statedAt: dateOf(this.clock()),
      });
      const row = await manager.findOneByOrFail(ExpenseRateRow, { id });
      const changes = changesBetween(null, rateWords(rate));
      return {
        result: { ...row, perPound: rate.perPound },
        change: { action: `Rate stated: ${currency}`, changes },
      };
    });
  }

  /** @throws Problem 404 */
  remove(actor: Actor, visitId: string, id: string): Promise<ExpenseRateRow> {
    return this.plan.run(actor, visitId, async ({ manager }) => {
      const row = isId(id) ? await manager.findOneBy(ExpenseRateRow, { id, visitId }) : null;
      if (row === null) throw noSuchRate();
      await manager.delete(ExpenseRateRow, { id });
      const rate = { ...row, perPound: plainRate(row.perPound) };
      const changes = changesBetween(rateWords(rate), null);
      return { result: rate, change: { action: `Rate deleted: ${row.currency}`, changes } };
    });
  }
}

interface StatedRate {
  readonly currency: Currency;
  readonly fromDay: string;
  readonly perPound: string;
  readonly source: string;
}

function checkRate(input: RateInput): Checked<StatedRate> {
  const currency = checkForeign(input.currency);
  const given = checkPlausibleDay(input.fromDay, 'fromDay');
  const fromDay: Checked<string> =
    given.ok && given.value === null
      ? refuse('fromDay', 'missing', 'Enter the day from which it holds.')
      : (given as Checked<string>);
  const perPound = checkPerPound(input.perPound, 'perPound');
  const source = checkText<string>(input.source, 'source', {
    longest: 200,
    missing: { code: 'missing', message: 'Say where the rate is from, so that it can be looked up again.' },
  });
  if (!currency.ok || !fromDay.ok || !perPound.ok || !source.ok) {
    return refused(...problemsOf<FieldProblem>(currency, fromDay, perPound, source));
  }
  return accepted({
    currency: currency.value,
    fromDay: fromDay.value,
    perPound: perPound.value,
    source: source.value,
  });
}

function checkForeign(text: string): Checked<Currency> {
  const currency = checkCurrency(text);
  return currency.ok && currency.value === ownCurrency
    ? refuse('currency', 'own-currency', 'Pounds need no rate. Choose another currency.')
    : currency;
}
