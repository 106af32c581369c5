import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { checkOptionalText, type Checked } from '#checks';
import { conflict, notFound, unprocessable, valueOf } from '#platform';
import { isId } from '../../domain/ids.js';
import { spotsOf } from '../domain/levels.js';
import { correctionOf, countsFor, mostMoved } from '../domain/movement.js';
import { StockActRow } from '../stock-act.entity.js';
import { StockMovementRow } from '../stock-ledger.entity.js';
import type { FindDoer } from './doer.js';
import { Ledger } from './ledger.js';

/** What may be said to be right. */
export const rightRules = { what: 'how many it should have been', least: 0, most: mostMoved };

/** A movement that may be corrected. */
export interface Correctable {
  readonly movement: StockMovementRow;
  /** How much it counts for now, with earlier corrections. */
  readonly counts: number;
}

/** Sets movements right that were written down wrongly: by a further line, for what is written stays. */
@Injectable()
export class CorrectMovement {
  constructor(
    private readonly ledger: Ledger,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  /** @throws Problem 404; 409 `not-correctable` for counts and corrections, which are set right by counting again */
  async read(id: string, manager: EntityManager = this.dataSource.manager): Promise<Correctable> {
    const movement = isId(id) ? await manager.findOneBy(StockMovementRow, { id }) : null;
    if (movement === null) throw notFound('There is no such line in the ledger.');
    if (movement.kind === 'count' || movement.kind === 'correction') {
      throw conflict('not-correctable', 'A count or a correction is set right by counting again.');
    }
    const corrections = await manager.findBy(StockMovementRow, { corrects: movement.id });
    return { movement, counts: countsFor(linesOf(movement), corrections.map(linesOf)) };
  }

  /**
   * Within a transaction that has locked nothing.
   *
   * @param right how many it should have been; 0: it did not happen
   * @throws Problem 404; 409; 422 `not-enough` where what was moved is there no longer, `already-right`
   */
  async run(
    manager: EntityManager,
    findDoer: FindDoer,
    id: string,
    right: Checked<number>,
    note: string,
  ): Promise<StockActRow> {
    const doer = await findDoer(manager);
    const wanted = valueOf(right);
    const why = valueOf(checkOptionalText(note, 'note', { longest: 500, manyLines: true }));
    const { movement } = await this.read(id, manager);
    // Two corrections of one movement at once: the second one sees the first.
    await this.ledger.lock(manager, spotsOf([linesOf(movement)]));
    const { counts } = await this.read(id, manager);
    const correction = correctionOf(linesOf(movement), counts, wanted);
    if (correction === null) {
      const message = `It counts for ${counts} already, so there is nothing to correct. Enter another number.`;
      throw unprocessable([{ field: 'quantity', code: 'already-right', message }]);
    }
    const act = await manager.findOneByOrFail(StockActRow, { id: movement.actId });
    return this.ledger.write(manager, doer, {
      kind: 'correction',
      exhibitionId: act.exhibitionId,
      note: why ?? '',
      movements: [correction],
    });
  }
}

const linesOf = ({ id, itemId, fromPlaceId, toPlaceId, quantity }: StockMovementRow) => ({
  id,
  itemId,
  from: fromPlaceId,
  to: toPlaceId,
  quantity,
});
