import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { v7 as uuidv7 } from 'uuid';
import type { EntityManager } from 'typeorm';
import { checkEmail, checkOptionalText, checkText, homeZone, type Checked, type FieldProblem } from '#checks';
import { FindPerson } from '#people';
import { conflict, dateOf, notFound, unprocessable, type Actor } from '#platform';
import { isId } from '../../domain/ids.js';
import { FindExhibition } from '../../exhibitions/find-exhibition.js';
import { FindStock } from '../reading/find-stock.js';
import { staffDoer } from '../recording/doer.js';
import { Ledger } from '../recording/ledger.js';
import type { StockPlaceRow } from '../stock-place.entity.js';
import { StockTransportItemRow, StockTransportRow } from './stock-transport.entity.js';

/** A transport as it was sent; places by their codes. */
export interface TransportInput {
  readonly from: string;
  readonly to: string;
  readonly carrierName: string;
  readonly carrierEmail: string;
  readonly plannedAt: Checked<Temporal.Instant>;
  readonly note: string;
  readonly exhibitionId: string | null;
  readonly items: readonly { readonly itemId: string; readonly quantity: Checked<number> }[];
}

/** A day and a clock time in London as an instant. @param field where a form has the day */
export function plannedAt(
  day: Checked<string | null>,
  time: Checked<Temporal.PlainTime>,
  field: string,
): Checked<Temporal.Instant> {
  if (!day.ok) return day;
  if (!time.ok) return time;
  if (day.value === null) {
    return { ok: false, problems: [{ field, code: 'missing', message: 'Enter the day on which it goes.' }] };
  }
  const local = Temporal.PlainDate.from(day.value).toPlainDateTime(time.value);
  return { ok: true, value: local.toZonedDateTime(homeZone).toInstant() };
}

/** Plans who carries what and when, and writes it into the ledger once it is done. */
@Injectable()
export class PlanTransport {
  constructor(
    private readonly find: FindStock,
    private readonly people: FindPerson,
    private readonly exhibitions: FindExhibition,
    private readonly ledger: Ledger,
  ) {}

  /** Within a transaction that has locked nothing. @throws Problem 422 with every field that needs attention */
  async plan(manager: EntityManager, actor: Actor, input: TransportInput): Promise<StockTransportRow> {
    await staffDoer(actor)(manager);
    const from = await this.find.placeOrNone(input.from, manager);
    const to = await this.find.placeOrNone(input.to, manager);
    const carrierName = checkText(input.carrierName, 'carrierName', {
      longest: 100,
      missing: { code: 'missing', message: 'Enter who carries it.' },
    });
    const carrierEmail = checkEmail(input.carrierEmail, 'carrierEmail');
    const note = checkOptionalText(input.note, 'note', { longest: 500, manyLines: true });
    const itemProblems = await this.itemProblems(manager, input.items);
    const checks = [carrierName, carrierEmail, input.plannedAt, note];
    const problems = [
      ...placeProblems(from, to, input.exhibitionId),
      ...checks.flatMap((check) => (check.ok ? [] : check.problems)),
      ...itemProblems,
    ];
    if (
      from === null ||
      to === null ||
      !carrierName.ok ||
      !carrierEmail.ok ||
      !input.plannedAt.ok ||
      !note.ok ||
      problems.length > 0
    ) {
      throw unprocessable(problems);
    }
    const exhibitionId = input.exhibitionId ?? to.exhibitionId ?? from.exhibitionId;
    if (exhibitionId !== null) await this.exhibitions.byId(exhibitionId, manager);
    const email = carrierEmail.value?.toLowerCase() ?? null;
    const known = email === null ? null : (await this.people.byEmails([email], manager)).get(email);
    const row: StockTransportRow = {
      id: uuidv7(),
      exhibitionId,
      fromPlaceId: from.id,
      toPlaceId: to.id,
      carrierName: carrierName.value,
      carrierEmail: carrierEmail.value,
      carrierPersonId: known?.id ?? null,
      plannedAt: dateOf(input.plannedAt.value),
      note: note.value ?? '',
      status: 'planned',
      actId: null,
    };
    await manager.insert(StockTransportRow, row);
    await manager.insert(
      StockTransportItemRow,
      input.items.flatMap(({ itemId, quantity }) =>
        quantity.ok ? [{ transportId: row.id, itemId, quantity: quantity.value }] : [],
      ),
    );
    return row;
  }

  /**
   * It has arrived: what was carried is where it went. One that is done already stays so.
   *
   * @throws Problem 404; 409 `called-off`; 422 `not-enough` where it is not there that it was to be taken from
   */
  async finish(manager: EntityManager, actor: Actor, id: string): Promise<StockTransportRow> {
    const doer = await staffDoer(actor)(manager);
    const transport = await lockTransport(manager, id);
    if (transport.status === 'done') return transport;
    if (transport.status === 'called-off') {
      throw conflict('called-off', 'This transport was called off. Plan another one.');
    }
    const items = await manager.findBy(StockTransportItemRow, { transportId: transport.id });
    const act = await this.ledger.write(
      manager,
      doer,
      {
        kind: 'move',
        exhibitionId: transport.exhibitionId,
        note: `Carried by ${transport.carrierName}`,
        movements: items.map(({ itemId, quantity }) => ({
          kind: 'move',
          itemId,
          from: transport.fromPlaceId,
          to: transport.toPlaceId,
          quantity,
          corrects: null,
        })),
      },
      '',
    );
    const after = { ...transport, status: 'done' as const, actId: act.id };
    await manager.update(StockTransportRow, { id: after.id }, { status: after.status, actId: after.actId });
    return after;
  }

  /** It does not go. @throws Problem 404; 409 `done` */
  async callOff(manager: EntityManager, actor: Actor, id: string): Promise<StockTransportRow> {
    await staffDoer(actor)(manager);
    const transport = await lockTransport(manager, id);
    if (transport.status === 'done') {
      throw conflict('done', 'This transport is done. To bring things back, plan one the other way.');
    }
    await manager.update(StockTransportRow, { id: transport.id }, { status: 'called-off' });
    return { ...transport, status: 'called-off' };
  }

  private async itemProblems(
    manager: EntityManager,
    items: TransportInput['items'],
  ): Promise<readonly FieldProblem[]> {
    if (items.length === 0) {
      const message = 'Enter how many of one thing or more are carried.';
      return [{ field: 'items', code: 'missing', message }];
    }
    if (new Set(items.map(({ itemId }) => itemId)).size < items.length) {
      return [{ field: 'items', code: 'item-twice', message: 'Give the number of each item once.' }];
    }
    const problems: FieldProblem[] = [];
    for (const { itemId, quantity } of items) {
      if ((await this.find.itemOrNone(itemId, manager)) === null) {
        const message = 'One of the items is not in the stock. Leave it out.';
        problems.push({ field: 'items', code: 'unknown-item', message });
      }
      if (!quantity.ok) problems.push(...quantity.problems);
    }
    return problems;
  }
}

function placeProblems(
  from: StockPlaceRow | null,
  to: StockPlaceRow | null,
  exhibitionId: string | null,
): readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (from === null) {
    problems.push({ field: 'from', code: 'unknown-place', message: 'Choose where it is taken from.' });
  }
  if (to === null) {
    problems.push({ field: 'to', code: 'unknown-place', message: 'Choose where it is taken to.' });
  }
  if (from !== null && from.id === to?.id) {
    const message = `It is in ${from.name} already. Choose another place to take it to.`;
    problems.push({ field: 'to', code: 'same-place', message });
  }
  if (to !== null && exhibitionId !== null && to.exhibitionId !== null && to.exhibitionId !== exhibitionId) {
    const message = `${to.name} is at another exhibition. Choose a place that is not.`;
    problems.push({ field: 'to', code: 'another-exhibition', message });
  }
  return problems;
}

async function lockTransport(manager: EntityManager, id: string): Promise<StockTransportRow> {
  const row = isId(id)
    ? await manager.findOne(StockTransportRow, { where: { id }, lock: { mode: 'pessimistic_write' } })
    : null;
  if (row === null) throw notFound('There is no such transport.');
  return row;
}
