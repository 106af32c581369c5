import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { EntityManager } from 'typeorm';
import type { Checked, FieldProblem } from '#checks';
import { conflict, notFound, unprocessable, type Actor } from '#platform';
import { isId } from '../../domain/ids.js';
import { FindExhibition } from '../../exhibitions/find-exhibition.js';
import { LockExhibition } from '../../exhibitions/lock-exhibition.js';
import { packingFrom } from '../domain/packing.js';
import { FindStock } from '../reading/find-stock.js';
import { ReadUse } from '../reading/read-use.js';
import { staffDoer } from '../recording/doer.js';
import { Ledger } from '../recording/ledger.js';
import type { StockPlaceRow } from '../stock-place.entity.js';
import { PackingLineRow } from './packing-line.entity.js';

/** What is to be packed, as it was sent; places by their codes. */
export interface PackingInput {
  readonly item: string;
  readonly from: string;
  readonly into: string;
  readonly quantity: Checked<number>;
}

const unknownPlace = (field: string): FieldProblem => ({
  field,
  code: 'unknown-place',
  message: field === 'from' ? 'Choose where it is taken from.' : 'Choose what it is packed into.',
});

/** Keeps the packing list of an exhibition. What is ticked off has moved. */
@Injectable()
export class KeepPacking {
  constructor(
    private readonly find: FindStock,
    private readonly uses: ReadUse,
    private readonly ledger: Ledger,
    private readonly lock: LockExhibition,
    private readonly exhibitions: FindExhibition,
  ) {}

  /**
   * Within a transaction that has locked nothing. What is on the list for the same way already is added to, unless it is packed.
   *
   * @throws Problem 404; 409 `packed`; 422 with every field that needs attention
   */
  async add(
    manager: EntityManager,
    actor: Actor,
    exhibitionId: string,
    input: PackingInput,
  ): Promise<string> {
    await staffDoer(actor)(manager);
    await this.lock.run(manager, exhibitionId);
    const item = await this.find.itemOrNone(input.item, manager);
    const from = await this.find.placeOrNone(input.from, manager);
    const into = await this.find.placeOrNone(input.into, manager);
    const { quantity } = input;
    if (item === null || from === null || into === null || !quantity.ok) {
      throw unprocessable([
        ...(item === null
          ? [{ field: 'item', code: 'unknown-item', message: 'Choose what is to be packed from the list.' }]
          : []),
        ...(from === null ? [unknownPlace('from')] : []),
        ...(into === null ? [unknownPlace('into')] : []),
        ...(quantity.ok ? [] : quantity.problems),
      ]);
    }
    refuseWay(exhibitionId, from, into);
    const way = { exhibitionId, itemId: item.id, fromPlaceId: from.id, intoPlaceId: into.id };
    const before = await manager.findOneBy(PackingLineRow, way);
    if (before === null) {
      const row: PackingLineRow = { id: uuidv7(), ...way, quantity: quantity.value, actId: null };
      await manager.insert(PackingLineRow, row);
      return row.id;
    }
    if (before.actId !== null) {
      throw conflict('packed', 'That is packed already. Move more of it there, and it is in the ledger.');
    }
    await manager.update(PackingLineRow, { id: before.id }, { quantity: before.quantity + quantity.value });
    return before.id;
  }

  /**
   * Begins the list with what another exhibition used; what is on the list already stays as it is.
   *
   * @param into the code of the box that it is to be packed into
   * @returns how many lines there are more
   * @throws Problem 404; 422 `unknown-place`, `unknown-exhibition`
   */
  async copy(
    manager: EntityManager,
    actor: Actor,
    exhibitionId: string,
    { from: earlierId, into: code }: { readonly from: string; readonly into: string },
  ): Promise<number> {
    await staffDoer(actor)(manager);
    await this.lock.run(manager, exhibitionId);
    const into = await this.find.placeOrNone(code, manager);
    if (into === null) throw unprocessable([unknownPlace('into')]);
    refuseAt(exhibitionId, into, 'into');
    if (!isId(earlierId) || earlierId === exhibitionId) {
      const message = 'Choose the exhibition whose use the list is to begin with.';
      throw unprocessable([{ field: 'exhibition', code: 'unknown-exhibition', message }]);
    }
    await this.exhibitions.byId(earlierId, manager);
    const [uses, levels, places, there] = [
      await this.uses.of(earlierId, manager),
      await this.find.levels(manager),
      await this.find.places(manager),
      await manager.findBy(PackingLineRow, { exhibitionId }),
    ];
    const sources = places.filter(
      (place) => place.id !== into.id && (place.exhibitionId === null || place.exhibitionId === exhibitionId),
    );
    const lines = packingFrom(
      uses.filter(({ itemId }) => !there.some((line) => line.itemId === itemId)),
      levels,
      sources.map(({ id }) => id),
    );
    await manager.insert(
      PackingLineRow,
      lines.map((line) => ({ id: uuidv7(), exhibitionId, ...line, intoPlaceId: into.id, actId: null })),
    );
    return lines.length;
  }

  /**
   * Ticks a line off: what is on it moves into its box. One that is packed already stays so.
   *
   * @throws Problem 404; 422 `not-enough`
   */
  async pack(manager: EntityManager, actor: Actor, exhibitionId: string, lineId: string): Promise<void> {
    const doer = await staffDoer(actor)(manager);
    await this.lock.run(manager, exhibitionId);
    const line = await lineOf(manager, exhibitionId, lineId);
    if (line.actId !== null) return;
    const act = await this.ledger.write(manager, doer, {
      kind: 'move',
      exhibitionId,
      note: 'Packed',
      movements: [
        {
          kind: 'move',
          itemId: line.itemId,
          from: line.fromPlaceId,
          to: line.intoPlaceId,
          quantity: line.quantity,
          corrects: null,
        },
      ],
    });
    await manager.update(PackingLineRow, { id: line.id }, { actId: act.id });
  }

  /** Takes a line off the list. @throws Problem 404; 409 `packed` for what has moved already */
  async remove(manager: EntityManager, actor: Actor, exhibitionId: string, lineId: string): Promise<void> {
    await staffDoer(actor)(manager);
    await this.lock.run(manager, exhibitionId);
    const line = await lineOf(manager, exhibitionId, lineId);
    if (line.actId !== null) {
      throw conflict('packed', 'That is packed already. To unpack it, move it back.');
    }
    await manager.delete(PackingLineRow, { id: line.id });
  }
}

async function lineOf(manager: EntityManager, exhibitionId: string, id: string): Promise<PackingLineRow> {
  const line = isId(id) ? await manager.findOneBy(PackingLineRow, { id, exhibitionId }) : null;
  if (line === null) throw notFound('There is no such line on this packing list. It may have been removed.');
  return line;
}

function refuseWay(exhibitionId: string, from: StockPlaceRow, into: StockPlaceRow): void {
  refuseAt(exhibitionId, into, 'into');
  if (from.id !== into.id) return;
  const message = `It is in ${from.name} already. Choose another place to pack it into.`;
  throw unprocessable([{ field: 'into', code: 'same-place', message }]);
}

/** What is packed for one exhibition is not put at the stand of another. */
function refuseAt(exhibitionId: string, place: StockPlaceRow, field: string): void {
  if (place.exhibitionId === null || place.exhibitionId === exhibitionId) return;
  const message = `${place.name} is at another exhibition. Choose a place that is not.`;
  throw unprocessable([{ field, code: 'another-exhibition', message }]);
}
