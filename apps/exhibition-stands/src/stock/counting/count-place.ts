import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import type { Checked, FieldProblem } from '#checks';
import { unprocessable } from '#platform';
import { isId } from '../../domain/ids.js';
import { countMovement, mostMoved } from '../domain/movement.js';
import type { FindDoer } from '../recording/doer.js';
import { Ledger } from '../recording/ledger.js';
import type { StockActRow } from '../stock-act.entity.js';
import { StockItemRow } from '../stock-item.entity.js';
import { StockCountRow } from '../stock-ledger.entity.js';
import type { StockPlaceRow } from '../stock-place.entity.js';

/** What a count may come to. */
export const countRules = { what: 'how many you counted', least: 0, most: mostMoved };

/** What was counted of one item. */
export interface CountedItem {
  readonly itemId: string;
  readonly counted: Checked<number>;
}

/** Counts what is in a place. What was known is not asked of whoever counts; the difference is written as a movement. */
@Injectable()
export class CountPlace {
  constructor(private readonly ledger: Ledger) {}

  /**
   * Within a transaction that has locked nothing.
   *
   * @param counted those that were counted; what is not among them stays as it is known
   * @throws Problem 422 where nothing was counted, or with every field that needs attention
   */
  async run(
    manager: EntityManager,
    findDoer: FindDoer,
    place: StockPlaceRow,
    counted: readonly CountedItem[],
  ): Promise<StockActRow> {
    const doer = await findDoer(manager);
    const numbers = await this.numbers(manager, counted);
    const spots = [...numbers.keys()].map((itemId) => ({ itemId, placeId: place.id }));
    const levels = await this.ledger.lock(manager, spots);
    const known = new Map(levels.map(({ itemId, quantity }) => [itemId, quantity]));
    const act = await this.ledger.write(manager, doer, {
      kind: 'count',
      exhibitionId: place.exhibitionId,
      placeId: place.id,
      note: '',
      movements: spots.flatMap(
        (spot) => countMovement(spot, known.get(spot.itemId) ?? 0, numbers.get(spot.itemId) ?? 0) ?? [],
      ),
    });
    await manager.insert(
      StockCountRow,
      [...numbers].map(([itemId, number]) => ({
        actId: act.id,
        itemId,
        known: known.get(itemId) ?? 0,
        counted: number,
      })),
    );
    return act;
  }

  private async numbers(
    manager: EntityManager,
    counted: readonly CountedItem[],
  ): Promise<ReadonlyMap<string, number>> {
    const ids = counted.map(({ itemId }) => itemId).filter(isId);
    const there = await manager.findBy(StockItemRow, { id: In(ids) });
    const knownIds = new Set(there.map(({ id }) => id));
    const problems: FieldProblem[] = counted.flatMap(({ itemId, counted: number }) => {
      const id = itemId.toLowerCase();
      if (!knownIds.has(id)) {
        const message = `There is no item ${itemId} in the stock. Leave it out.`;
        return [{ field: fieldOfCount(itemId), code: 'unknown-item', message }];
      }
      return number.ok ? [] : number.problems;
    });
    if (new Set(counted.map(({ itemId }) => itemId.toLowerCase())).size < counted.length) {
      problems.push({ field: '', code: 'counted-twice', message: 'Give the number of each item once.' });
    }
    if (counted.length === 0) {
      const message = 'Enter how many you counted of one thing or more. Where there is none, enter 0.';
      problems.push({ field: '', code: 'nothing-counted', message });
    }
    if (problems.length > 0) throw unprocessable(problems);
    return new Map(
      counted.flatMap(({ itemId, counted: number }) =>
        number.ok ? [[itemId.toLowerCase(), number.value] as const] : [],
      ),
    );
  }
}

/** Where a form and the API have the count of an item. */
export const fieldOfCount = (itemId: string): string => `count.${itemId}`;
