import { Injectable } from '@nestjs/common';
import { conflict, type Actor } from '#platform';
import { ReadItinerary } from '../itinerary/read-itinerary.js';
import { ChangePlan } from '../plans/change-plan.js';
import { HeadCountRow, MarkRow } from './head-count.entities.js';
import { lockCount } from './lock-count.js';
import { noSuchCount } from './counts.js';

type Which = { readonly visitId: string; readonly thingId: string };

/** Where staff say at which items heads are counted, besides each leg. */
@Injectable()
export class ChooseItems {
  constructor(
    private readonly plan: ChangePlan,
    private readonly itinerary: ReadItinerary,
  ) {}

  /** Has heads counted at an item; where they are already, it stays so. @throws Problem 404; 409 `item-cancelled` */
  add(actor: Actor, { visitId, thingId }: Which): Promise<void> {
    return this.plan.run(actor, visitId, async ({ manager, visit }) => {
      const item = await this.itinerary.one({ visitId, id: thingId }, manager);
      if (await manager.existsBy(HeadCountRow, { id: item.id })) return { result: undefined, change: null };
      if (item.status === 'cancelled') {
        throw conflict('item-cancelled', 'It does not take place, so nobody is counted there.');
      }
      await lockCount(manager, visit, { id: item.id, kind: 'item' });
      const change = { action: `Heads are counted at “${item.title}”`, changes: [] };
      return { result: undefined, change };
    });
  }

  /** Takes that back while nobody was marked. @throws Problem 404, also for a leg; 409 `count-begun` */
  remove(actor: Actor, { visitId, thingId }: Which): Promise<void> {
    return this.plan.run(actor, visitId, async ({ manager, visit }) => {
      const item = await this.itinerary.one({ visitId, id: thingId }, manager);
      if (!(await manager.existsBy(HeadCountRow, { id: item.id }))) throw noSuchCount();
      const { id } = await lockCount(manager, visit, { id: item.id, kind: 'item' });
      if (await manager.existsBy(MarkRow, { countId: id })) {
        throw conflict('count-begun', 'Somebody was marked in this count already, so it stays.');
      }
      await manager.delete(HeadCountRow, { id });
      const change = { action: `Heads are no longer counted at “${item.title}”`, changes: [] };
      return { result: undefined, change };
    });
  }
}
