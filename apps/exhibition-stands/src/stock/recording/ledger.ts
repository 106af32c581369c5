import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { In, type EntityManager } from 'typeorm';
import { dateOf, unprocessable, type Problem } from '#platform';
import { CLOCK, type Clock } from '../../tokens.js';
import { applyMovements, spotsOf, type Level, type Shortage, type Spot } from '../domain/levels.js';
import type { Movement, MovementKind } from '../domain/movement.js';
import { shortageWords } from '../in-words.js';
import { StockActRow } from '../stock-act.entity.js';
import { StockItemRow } from '../stock-item.entity.js';
import { StockMovementRow } from '../stock-ledger.entity.js';
import { StockPlaceRow } from '../stock-place.entity.js';
import type { Doer } from './doer.js';

/** What is written at once. */
export interface ActToWrite {
  readonly kind: MovementKind;
  /** At whose stand. */
  readonly exhibitionId: string | null;
  /** Of a count: what was counted. */
  readonly placeId?: string;
  readonly note: string;
  readonly movements: readonly Movement[];
}

/** The ledger of the stock, and what it comes to. */
@Injectable()
export class Ledger {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  /**
   * What there is, locked until the transaction ends. It comes after the locks of people and of an exhibition.
   *
   * @param spots in any order; they are locked in that of their ids
   */
  async lock(manager: EntityManager, spots: readonly Spot[]): Promise<readonly Level[]> {
    return manager.query(
      `SELECT item AS "itemId", place AS "placeId", quantity FROM lock_stock($1::uuid[], $2::uuid[])`,
      [spots.map(({ itemId }) => itemId), spots.map(({ placeId }) => placeId)],
    );
  }

  /**
   * Writes lines of the ledger and what it comes to with them.
   *
   * @param field of the form, for what is said where there is not enough
   * @throws Problem 422 `not-enough`, with how many there are
   */
  async write(manager: EntityManager, doer: Doer, act: ActToWrite, field = 'quantity'): Promise<StockActRow> {
    const levels = await this.lock(manager, spotsOf(act.movements));
    const applied = applyMovements(levels, act.movements);
    if (!applied.ok) throw await notEnough(manager, applied.shortage, field);
    const now = dateOf(this.clock());
    const row: StockActRow = {
      id: uuidv7(),
      kind: act.kind,
      at: now,
      exhibitionId: act.exhibitionId,
      placeId: act.placeId ?? null,
      note: act.note,
      personId: doer.personId,
      teamMemberId: doer.teamMemberId,
      byName: doer.name,
    };
    await manager.insert(StockActRow, row);
    await manager.insert(
      StockMovementRow,
      act.movements.map(({ kind, itemId, from, to, quantity, corrects }) => ({
        id: uuidv7(),
        actId: row.id,
        kind,
        at: now,
        itemId,
        fromPlaceId: from,
        toPlaceId: to,
        quantity,
        corrects,
      })),
    );
    await writeLevels(manager, applied.levels);
    return row;
  }
}

async function writeLevels(manager: EntityManager, levels: readonly Level[]): Promise<void> {
  await manager.query(
    `UPDATE stock_levels l SET quantity = n.quantity
     FROM unnest($1::uuid[], $2::uuid[], $3::int[]) AS n (item_id, place_id, quantity)
     WHERE l.item_id = n.item_id AND l.place_id = n.place_id`,
    [
      levels.map(({ itemId }) => itemId),
      levels.map(({ placeId }) => placeId),
      levels.map(({ quantity }) => quantity),
    ],
  );
}

async function notEnough(manager: EntityManager, shortage: Shortage, field: string): Promise<Problem> {
  const [items, places] = [
    await manager.findBy(StockItemRow, { id: In([shortage.itemId]) }),
    await manager.findBy(StockPlaceRow, { id: In([shortage.placeId]) }),
  ];
  const message = shortageWords(shortage.there, items[0], places[0]);
  return unprocessable([{ field, code: 'not-enough', message }]);
}
