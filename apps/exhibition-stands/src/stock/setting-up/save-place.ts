import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { EntityManager } from 'typeorm';
import { conflict, Problem, unprocessable, valueOf, type Actor } from '#platform';
import { FindExhibition } from '../../exhibitions/find-exhibition.js';
import { checkPlace, type PlaceInput } from '../domain/place-details.js';
import { FindStock } from '../reading/find-stock.js';
import { staffDoer } from '../recording/doer.js';
import { StockPlaceRow } from '../stock-place.entity.js';

/** Adds and changes places. */
@Injectable()
export class SavePlace {
  constructor(
    private readonly find: FindStock,
    private readonly exhibitions: FindExhibition,
  ) {}

  /** Within a transaction that has locked nothing. @throws Problem 422 with every field that needs attention */
  async add(manager: EntityManager, actor: Actor, input: PlaceInput): Promise<StockPlaceRow> {
    await staffDoer(actor)(manager);
    const details = valueOf(checkPlace(input));
    const row: StockPlaceRow = { id: uuidv7(), ...details, version: 1 };
    await this.refuse(manager, row);
    await manager.insert(StockPlaceRow, row);
    return row;
  }

  /**
   * The code stays, as it stands on labels.
   *
   * @throws Problem 404; 409 `edited-meanwhile`; 422 with every field that needs attention
   */
  async change(
    manager: EntityManager,
    actor: Actor,
    { code, version }: { readonly code: string; readonly version: number },
    input: Omit<PlaceInput, 'code'>,
  ): Promise<StockPlaceRow> {
    await staffDoer(actor)(manager);
    const { id } = await this.find.place(code, manager);
    const before = await manager.findOneOrFail(StockPlaceRow, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
    if (before.version !== version) {
      throw conflict(
        'edited-meanwhile',
        'Somebody changed this place after you opened it. Look at it again.',
      );
    }
    const details = valueOf(checkPlace({ ...input, code: before.code }));
    const row: StockPlaceRow = { ...before, ...details, version: version + 1 };
    await this.refuse(manager, row);
    await manager.update(StockPlaceRow, { id }, row);
    return row;
  }

  private async refuse(manager: EntityManager, { id, code, exhibitionId }: StockPlaceRow): Promise<void> {
    if (exhibitionId !== null) {
      await this.exhibitions.byId(exhibitionId, manager).catch((error: unknown) => {
        if (!(error instanceof Problem) || error.status !== 404) throw error;
        const message = 'There is no such exhibition. Choose one of the list.';
        throw unprocessable([{ field: 'exhibitionId', code: 'unknown-exhibition', message }]);
      });
    }
    // Codes are taken one after the other, so that two at once cannot both have the same.
    await manager.query(`SELECT pg_advisory_xact_lock('stock_places'::regclass::oid::bigint)`);
    const other = await this.find.placeOrNone(code, manager);
    if (other === null || other.id === id) return;
    const message = `${other.name} has this code already. Choose another.`;
    throw unprocessable([{ field: 'code', code: 'code-taken', message }]);
  }
}
