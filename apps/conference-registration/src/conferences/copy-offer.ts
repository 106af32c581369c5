import { Temporal } from 'temporal-polyfill';
import { In, IsNull, type EntityManager } from 'typeorm';
import type { MoveDates } from '#checks';
import { PoolRow } from '../pools/pool.entity.js';
import { QuestionRow } from '../questions/question.entity.js';
import { FreeAllocationRow } from '../tickets/free-allocation.entity.js';
import { ordinaryUntil } from '../tickets/domain/ticket-type.js';
import { PriceRow } from '../tickets/price.entity.js';
import { TicketTypeRow } from '../tickets/ticket-type.entity.js';

export interface CopyOptions {
  readonly move: MoveDates;
  readonly newId: () => string;
}

/** Copies what a conference offers and asks to another, which has nothing yet; what was withdrawn or retired stays behind. */
export async function copyOffer(
  manager: EntityManager,
  from: string,
  to: string,
  { move, newId }: CopyOptions,
): Promise<void> {
  const moved = (date: Date | null) =>
    date && new Date(move.instant(Temporal.Instant.fromEpochMilliseconds(date.getTime())).epochMilliseconds);
  const ofSource = { where: { conferenceId: from } };
  const types = await manager.find(TicketTypeRow, { where: { conferenceId: from, withdrawnAt: IsNull() } });
  const newTypes = new Map(types.map(({ id }) => [id, newId()]));
  const mapped = (ids: readonly string[]) => ids.flatMap((id) => newTypes.get(id) ?? []);
  const own = { conferenceId: to, version: 1 };

  await manager.insert(
    TicketTypeRow,
    types.map((type) => ({
      ...type,
      ...own,
      id: newTypes.get(type.id) ?? '',
      days: type.days.map((day) => move.day(day)),
      onSaleFrom: moved(type.onSaleFrom),
      onSaleUntil: moved(type.onSaleUntil),
    })),
  );
  const prices = await manager.findBy(PriceRow, { ticketTypeId: In([...newTypes.keys()]) });
  await manager.insert(
    PriceRow,
    prices.map((price) => ({
      ...price,
      ticketTypeId: newTypes.get(price.ticketTypeId) ?? '',
      until: price.until === ordinaryUntil ? ordinaryUntil : move.deadline(price.until),
    })),
  );
  const allocations = await manager.find(FreeAllocationRow, ofSource);
  await manager.insert(
    FreeAllocationRow,
    allocations.flatMap((row) => {
      const ticketTypeId = newTypes.get(row.ticketTypeId);
      return ticketTypeId === undefined ? [] : [{ ...row, ...own, id: newId(), ticketTypeId }];
    }),
  );
  const pools = await manager.find(PoolRow, ofSource);
  await manager.insert(
    PoolRow,
    pools
      .map((row) => ({ ...row, ...own, id: newId(), ticketTypeIds: mapped(row.ticketTypeIds) }))
      // One that only held what was withdrawn limits nothing.
      .filter(({ ticketTypeIds }) => ticketTypeIds.length > 0),
  );
  await copyQuestions(manager, from, own, { mapped, newId });
}

async function copyQuestions(
  manager: EntityManager,
  from: string,
  own: { readonly conferenceId: string; readonly version: number },
  { mapped, newId }: { readonly mapped: (ids: readonly string[]) => string[]; readonly newId: () => string },
): Promise<void> {
  const rows = await manager.find(QuestionRow, { where: { conferenceId: from, retiredAt: IsNull() } });
  // One that was asked for some tickets only, none of which is sold any more, would be asked of everybody.
  const kept = rows.filter(
    ({ ticketTypeIds }) => ticketTypeIds.length === 0 || mapped(ticketTypeIds).length > 0,
  );
  const newIds = new Map(kept.map(({ id }) => [id, newId()]));
  await manager.insert(
    QuestionRow,
    kept.map((row) => {
      const questionId = row.onlyIf === null ? undefined : newIds.get(row.onlyIf.questionId);
      return {
        ...row,
        ...own,
        id: newIds.get(row.id) ?? '',
        ticketTypeIds: mapped(row.ticketTypeIds),
        onlyIf: row.onlyIf === null || questionId === undefined ? null : { ...row.onlyIf, questionId },
      };
    }),
  );
}
