import { Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { changesBetween, checkText, refuse, type Words } from '#checks';
import { conflict, valueOf, type Actor } from '#platform';
import { HostRow } from '../hosts/host.entity.js';
import { InterpreterBookingRow, InterpreterRow } from '../interpreters/interpreter.entity.js';
import { ChangePlan } from '../plans/change-plan.js';
import { asSeen, type SeenThing } from '../plans/problems.js';
import { mustNotBeOver } from '../visits/change-visit.js';
import type { Visit } from '../visits/domain/visit.js';
import { checkItem, type ItemInput } from './domain/check-item.js';
import type { ItemDetails } from './domain/item.js';
import { publishedInWords } from './in-words.js';
import { ItemRow } from './item.entity.js';
import { columnsOf, type PlannedItem } from './item-of.js';
import { factsOf } from './publish-facts.js';
import { ReadItinerary, type Itinerary } from './read-itinerary.js';

/** An item with who interprets there, as a form or a program gives it. */
export interface WantedItem {
  readonly item: ItemInput;
  readonly interpreterIds: readonly string[];
}

/** Writes what is planned for the days of a visit. Travellers read none of it before it is published. */
@Injectable()
export class KeepItems {
  constructor(
    private readonly plan: ChangePlan,
    private readonly read: ReadItinerary,
  ) {}

  /** @throws Problem 404; 409 `visit-ended`; 422 with every field that needs attention */
  add(manager: EntityManager, actor: Actor, visitId: string, wanted: WantedItem): Promise<PlannedItem> {
    return this.plan.within(manager, actor, visitId, async ({ visit }) => {
      mustNotBeOver(visit);
      const details = await this.checked(manager, visit, wanted.item);
      const id = uuidv7();
      await manager.insert(ItemRow, { ...columnsOf(details), id, visitId, status: 'planned', version: 1 });
      await this.book(manager, id, wanted.interpreterIds);
      const result = await this.read.one({ visitId, id }, manager);
      const changes = changesBetween(null, await this.words(result, visit, manager));
      return { result, change: { action: `Itinerary: “${details.title}” added`, changes } };
    });
  }

  /** @throws Problem 404; 409 `edited-meanwhile`, `item-cancelled`, `visit-ended`; 422 */
  edit(actor: Actor, seen: SeenThing, wanted: WantedItem): Promise<PlannedItem> {
    return this.plan.run(actor, seen.visitId, async ({ manager, visit }) => {
      mustNotBeOver(visit);
      const before = asSeen(await this.read.one(seen, manager), seen, 'item');
      if (before.status === 'cancelled') {
        throw conflict('item-cancelled', 'This is cancelled. Take that back first to change it.');
      }
      const was = await this.words(before, visit, manager);
      const details = await this.checked(manager, visit, wanted.item);
      await manager.update(ItemRow, { id: seen.id }, { ...columnsOf(details), version: before.version + 1 });
      await this.book(manager, seen.id, wanted.interpreterIds);
      const result = await this.read.one(seen, manager);
      const changes = changesBetween(was, await this.words(result, visit, manager));
      return { result, change: { action: `Itinerary: “${details.title}” changed`, changes } };
    });
  }

  /** Whether an item says already what a form says: a second press of its button. @param itinerary with the item as it is */
  saysAlready(item: PlannedItem, itinerary: Itinerary, wanted: WantedItem): boolean {
    const { visit, splits, hosts, interpreters } = itinerary;
    const groups = new Set(splits.flatMap((split) => split.groups.map(({ id }) => id)));
    const checked = checkItem(wanted.item, { visit, groups, hosts: new Set(hosts.keys()) });
    if (!checked.ok) return false;
    const { id, visitId: _, status: __, statusReason: ___, version: ____, ...said } = item;
    const booked = interpreters.filter(({ itemIds }) => itemIds.includes(id)).map((each) => each.id);
    return (
      isDeepStrictEqual(columnsOf(said), columnsOf(checked.value)) &&
      isDeepStrictEqual(booked.toSorted(), [...new Set(wanted.interpreterIds)].toSorted())
    );
  }

  /** It stays, for those who were told of it. @throws Problem 404; 409 `edited-meanwhile`, `visit-ended`; 422 without a reason */
  cancel(actor: Actor, seen: SeenThing, reason: string): Promise<PlannedItem> {
    const why = valueOf(
      checkText(reason, 'reason', {
        longest: 500,
        missing: { code: 'reason-missing', message: 'Say why; the travellers concerned will read it.' },
        manyLines: true,
      }),
    );
    return this.step(actor, seen, { status: 'cancelled', statusReason: why }, 'cancelled');
  }

  /** @throws Problem 404; 409 `edited-meanwhile`, `visit-ended` */
  restore(actor: Actor, seen: SeenThing): Promise<PlannedItem> {
    return this.step(actor, seen, { status: 'planned', statusReason: null }, 'planned again');
  }

  /** One of which travellers were told is cancelled instead. @throws Problem 404; 409 `edited-meanwhile`, `item-published`, `visit-ended` */
  remove(actor: Actor, seen: SeenThing): Promise<PlannedItem> {
    return this.plan.run(actor, seen.visitId, async ({ manager, visit }) => {
      mustNotBeOver(visit);
      const before = asSeen(await this.read.one(seen, manager), seen, 'item');
      if (await this.read.isPublished(seen.id, manager)) {
        throw conflict(
          'item-published',
          'Travellers were told of this, so it cannot be deleted. Cancel it instead.',
        );
      }
      await manager.delete(ItemRow, { id: seen.id });
      return { result: before, change: { action: `Itinerary: “${before.title}” deleted`, changes: [] } };
    });
  }

  private step(
    actor: Actor,
    seen: SeenThing,
    columns: Pick<ItemRow, 'status' | 'statusReason'>,
    done: string,
  ): Promise<PlannedItem> {
    return this.plan.run(actor, seen.visitId, async ({ manager, visit }) => {
      mustNotBeOver(visit);
      const before = asSeen(await this.read.one(seen, manager), { version: null }, 'item');
      // A second press of the button: what it asks for is done.
      if (before.status === columns.status) return { result: before, change: null };
      asSeen(before, seen, 'item');
      await manager.update(ItemRow, { id: seen.id }, { ...columns, version: before.version + 1 });
      const result = await this.read.one(seen, manager);
      const why = columns.statusReason;
      const changes = why === null ? [] : [{ field: 'Why', before: '', after: why }];
      return { result, change: { action: `Itinerary: “${before.title}” ${done}`, changes } };
    });
  }

  /** The host it is at cannot be deleted or merged before this is done. */
  private async checked(manager: EntityManager, visit: Visit, input: ItemInput): Promise<ItemDetails> {
    const splits = await this.read.splits(visit.id, manager);
    const groups = new Set(splits.flatMap((split) => split.groups.map(({ id }) => id)));
    const hosts = await manager.find(HostRow, { select: { id: true }, lock: { mode: 'for_key_share' } });
    return valueOf(checkItem(input, { visit, groups, hosts: new Set(hosts.map(({ id }) => id)) }));
  }

  private async book(manager: EntityManager, itemId: string, wanted: readonly string[]): Promise<void> {
    const known = await manager.find(InterpreterRow, {
      select: { id: true },
      lock: { mode: 'for_key_share' },
    });
    const ids = [...new Set(wanted)];
    if (ids.some((id) => !known.some((each) => each.id === id))) {
      valueOf(
        refuse('interpreterIds', 'unknown-interpreter', 'One of them is not there any more. Choose again.'),
      );
    }
    await manager.delete(InterpreterBookingRow, { itemId });
    await manager.insert(
      InterpreterBookingRow,
      ids.map((interpreterId) => ({ itemId, interpreterId })),
    );
  }

  /** What staff say of it, for the history. Names of interpreters are not kept there. */
  private async words(item: PlannedItem, visit: Visit, manager: EntityManager): Promise<Words> {
    const itinerary = await this.read.of(visit, manager);
    const booked = itinerary.interpreters.filter(({ itemIds }) => itemIds.includes(item.id)).length;
    return {
      ...publishedInWords(factsOf(item, itinerary)),
      'Room for': item.capacity === null ? '' : String(item.capacity),
      'Needs an interpreter': item.needsInterpreter ? 'Yes' : '',
      'Interpreters booked': booked === 0 ? '' : String(booked),
      'The way takes': item.travelMinutes === null ? '' : `${item.travelMinutes} minutes`,
    };
  }
}
