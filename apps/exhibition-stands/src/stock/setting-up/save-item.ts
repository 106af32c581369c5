import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { EntityManager } from 'typeorm';
import { conflict, unprocessable, valueOf, type Actor } from '#platform';
import { isId } from '../../domain/ids.js';
import { checkItem, type ItemInput } from '../domain/item-details.js';
import { noSuchItem } from '../reading/find-stock.js';
import { staffDoer } from '../recording/doer.js';
import { StockItemRow } from '../stock-item.entity.js';

/** Adds and changes items of the stock. */
@Injectable()
export class SaveItem {
  /** Within a transaction that has locked nothing. @throws Problem 422 with every field that needs attention */
  async add(manager: EntityManager, actor: Actor, input: ItemInput): Promise<StockItemRow> {
    await staffDoer(actor)(manager);
    const details = valueOf(checkItem(input));
    const row: StockItemRow = { id: uuidv7(), ...details, version: 1 };
    await refuseSameName(manager, row);
    await manager.insert(StockItemRow, row);
    return row;
  }

  /** @throws Problem 404; 409 `edited-meanwhile`; 422 with every field that needs attention */
  async change(
    manager: EntityManager,
    actor: Actor,
    { id, version }: { readonly id: string; readonly version: number },
    input: ItemInput,
  ): Promise<StockItemRow> {
    await staffDoer(actor)(manager);
    const before = isId(id)
      ? await manager.findOne(StockItemRow, { where: { id }, lock: { mode: 'pessimistic_write' } })
      : null;
    if (before === null) throw noSuchItem();
    if (before.version !== version) {
      throw conflict('edited-meanwhile', 'Somebody changed this item after you opened it. Look at it again.');
    }
    const row: StockItemRow = { ...before, ...valueOf(checkItem(input)), version: version + 1 };
    await refuseSameName(manager, row);
    await manager.update(StockItemRow, { id: before.id }, row);
    return row;
  }
}

/** Names are taken one after the other, so that two at once cannot both have the same. */
async function refuseSameName(manager: EntityManager, { id, name }: StockItemRow): Promise<void> {
  await manager.query(`SELECT pg_advisory_xact_lock('stock_items'::regclass::oid::bigint)`);
  const [other]: unknown[] = await manager.query(
    'SELECT id FROM stock_items WHERE lower(name) = lower($1) AND id <> $2',
    [name, id],
  );
  if (other === undefined) return;
  const message = `There is an item called ${name} already. Use that one, or choose another name.`;
  throw unprocessable([{ field: 'name', code: 'name-taken', message }]);
}
