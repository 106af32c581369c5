import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { refuse } from '#checks';
import { conflict, valueOf, type Actor } from '#platform';
import { listInWords } from '#ui';
import { ChangePlan } from '../plans/change-plan.js';
import { asSeen, type SeenThing } from '../plans/problems.js';
import { ReadTravellers } from '../travellers/read-travellers.js';
import { mustNotBeOver } from '../visits/change-visit.js';
import { checkSplit, type SplitInput } from './domain/check-split.js';
import type { Split } from './domain/plan.js';
import { shareOut, type ShareWay } from './domain/share-out.js';
import { ItemRow } from './item.entity.js';
import { ReadItinerary } from './read-itinerary.js';
import { MemberRow, SplitRow } from './split.entity.js';

/** Writes how the party of a visit divides, and who is in which group. */
@Injectable()
export class KeepSplits {
  constructor(
    private readonly plan: ChangePlan,
    private readonly read: ReadItinerary,
    private readonly travellers: ReadTravellers,
  ) {}

  /** @throws Problem 404; 409 `visit-ended`; 422 with every field that needs attention */
  add(manager: EntityManager, actor: Actor, visitId: string, input: SplitInput): Promise<Split> {
    return this.plan.within(manager, actor, visitId, async ({ visit }) => {
      mustNotBeOver(visit);
      const { name, groups } = valueOf(checkSplit(input));
      const id = uuidv7();
      const own = groups.map((group) => ({ ...group, id: uuidv7() }));
      await manager.insert(SplitRow, { id, visitId, name, groups: own, version: 1 });
      const result = await this.read.split({ visitId, id }, manager);
      return { result, change: { action: `Itinerary: split “${name}” added`, changes: [] } };
    });
  }

  /** Groups keep their travellers; the last ones can be taken away while nothing is planned for them. @throws Problem 404; 409 `visit-ended`, `edited-meanwhile`, `group-planned`; 422 */
  edit(actor: Actor, seen: SeenThing, input: SplitInput): Promise<Split> {
    return this.plan.run(actor, seen.visitId, async ({ manager, visit }) => {
      mustNotBeOver(visit);
      const before = asSeen(await this.read.split(seen, manager), seen, 'split');
      const { name, groups } = valueOf(checkSplit(input));
      const own = groups.map((group, index) => ({ ...group, id: before.groups[index]?.id ?? uuidv7() }));
      const gone = before.groups.slice(groups.length);
      for (const { id, letter } of gone) {
        await this.mustBeFree(manager, seen.visitId, id, `Group ${letter}`);
        await manager.delete(MemberRow, { splitId: seen.id, groupId: id });
      }
      await manager.update(SplitRow, { id: seen.id }, { name, groups: own, version: before.version + 1 });
      const result = await this.read.split(seen, manager);
      return { result, change: { action: `Itinerary: split “${name}” changed`, changes: [] } };
    });
  }

  /** @throws Problem 404; 409 `visit-ended`, `group-planned` */
  remove(actor: Actor, seen: SeenThing): Promise<Split> {
    return this.plan.run(actor, seen.visitId, async ({ manager, visit }) => {
      mustNotBeOver(visit);
      const before = asSeen(await this.read.split(seen, manager), seen, 'split');
      for (const { id, letter } of before.groups) {
        await this.mustBeFree(manager, seen.visitId, id, `Group ${letter}`);
      }
      await manager.delete(SplitRow, { id: seen.id });
      return { result: before, change: { action: `Itinerary: split “${before.name}” deleted`, changes: [] } };
    });
  }

  /**
   * Says of all travellers at once in which group they are.
   *
   * @param wanted traveller’s id → group’s id; whoever is left out is in none
   * @throws Problem 404; 409 `visit-ended`, `edited-meanwhile`; 422 at `member.<traveller’s id>`
   */
  assign(actor: Actor, seen: SeenThing, wanted: ReadonlyMap<string, string>): Promise<Split> {
    return this.write(actor, seen, async (_, split) => {
      for (const [travellerId, groupId] of wanted) {
        if (!split.groups.some(({ id }) => id === groupId)) {
          valueOf(
            refuse(
              `member.${travellerId}`,
              'unknown-group',
              'There is no such group any more. Choose again.',
            ),
          );
        }
      }
      return wanted;
    });
  }

  /** Shares all travellers out evenly. @throws Problem 404; 409 `edited-meanwhile` */
  share(actor: Actor, seen: SeenThing, way: ShareWay): Promise<Split> {
    return this.write(actor, seen, async (manager, split) => {
      const travellers = await this.travellers.confirmed(seen.visitId, manager);
      return shareOut(
        travellers,
        split.groups.map(({ id }) => id),
        way,
      );
    });
  }

  private write(
    actor: Actor,
    seen: SeenThing,
    membersOf: (manager: EntityManager, split: Split) => Promise<ReadonlyMap<string, string>>,
  ): Promise<Split> {
    return this.plan.run(actor, seen.visitId, async ({ manager, visit }) => {
      mustNotBeOver(visit);
      const before = asSeen(await this.read.split(seen, manager), seen, 'split');
      const members = await membersOf(manager, before);
      const travellers = await this.travellers.confirmed(seen.visitId, manager);
      const rows = travellers.flatMap(({ id: travellerId }) => {
        const groupId = members.get(travellerId);
        return groupId === undefined ? [] : [{ splitId: seen.id, travellerId, groupId }];
      });
      await manager.delete(MemberRow, { splitId: seen.id });
      await manager.insert(MemberRow, rows);
      await manager.update(SplitRow, { id: seen.id }, { version: before.version + 1 });
      const result = await this.read.split(seen, manager);
      const sizes = before.groups.map(
        ({ id, letter }) => `${letter}: ${rows.filter(({ groupId }) => groupId === id).length}`,
      );
      const changes = [{ field: 'Travellers', before: '', after: sizes.join(', ') }];
      return { result, change: { action: `Itinerary: groups of “${before.name}” filled`, changes } };
    });
  }

  private async mustBeFree(
    manager: EntityManager,
    visitId: string,
    groupId: string,
    name: string,
  ): Promise<void> {
    const rows = await manager
      .createQueryBuilder(ItemRow, 'i')
      .where('i.visit_id = :visitId AND :groupId = ANY(i.group_ids)', { visitId, groupId })
      .getMany();
    if (rows.length === 0) return;
    const titles = listInWords(rows.slice(0, 3).map(({ title }) => `“${title}”`));
    throw conflict('group-planned', `${name} is to be at ${titles}. Change that first.`);
  }
}
