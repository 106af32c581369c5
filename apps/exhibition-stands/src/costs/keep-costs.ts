import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { changesBetween, type Words } from '#checks';
import { valueOf, type Actor } from '#platform';
import { moneyInWords } from '#ui';
import { isId } from '../domain/ids.js';
import { dayInWords } from '../exhibitions/in-words.js';
import { ChangePlan } from '../plans/change-plan.js';
import { asSeen, type SeenThing } from '../plans/problems.js';
import { CostRow } from './cost.entity.js';
import { checkCost, type CostDetails, type CostInput } from './domain/cost.js';
import { categoryWords } from './in-words.js';

/** Writes what an exhibition may cost, and did. Costs can be entered after it is over. */
@Injectable()
export class KeepCosts {
  constructor(private readonly plan: ChangePlan) {}

  /** @throws Problem 404; 422 with every field that needs attention */
  add(manager: EntityManager, actor: Actor, exhibitionId: string, input: CostInput): Promise<CostRow> {
    return this.plan.within(manager, actor, exhibitionId, async () => {
      const details = valueOf(checkCost(input));
      const id = uuidv7();
      await manager.insert(CostRow, { ...details, id, exhibitionId, version: 1 });
      const result = await manager.findOneByOrFail(CostRow, { id });
      const change = { action: `Cost added: “${details.description}”`, changes: between(null, details) };
      return { result, change };
    });
  }

  /** @throws Problem 404; 409 `edited-meanwhile`; 422 with every field that needs attention */
  edit(actor: Actor, seen: SeenThing, input: CostInput): Promise<CostRow> {
    return this.plan.run(actor, seen.exhibitionId, async ({ manager }) => {
      const before = asSeen(await find(manager, seen), seen, 'cost');
      const details = valueOf(checkCost(input));
      const changes = between(before, details);
      if (changes.length === 0) return { result: before, change: null };
      await manager.update(CostRow, { id: seen.id }, { ...details, version: before.version + 1 });
      const result = await manager.findOneByOrFail(CostRow, { id: seen.id });
      return { result, change: { action: `Cost changed: “${details.description}”`, changes } };
    });
  }

  /** Whether a cost says already what a form says: a second press of its button. */
  saysAlready(cost: CostRow, input: CostInput): boolean {
    const checked = checkCost(input);
    return checked.ok && between(cost, checked.value).length === 0;
  }

  /** @throws Problem 404; 409 `edited-meanwhile` */
  remove(actor: Actor, seen: SeenThing): Promise<CostRow> {
    return this.plan.run(actor, seen.exhibitionId, async ({ manager }) => {
      const before = asSeen(await find(manager, seen), seen, 'cost');
      await manager.delete(CostRow, { id: seen.id });
      return {
        result: before,
        change: { action: `Cost deleted: “${before.description}”`, changes: between(before, null) },
      };
    });
  }
}

const find = (manager: EntityManager, { exhibitionId, id }: Omit<SeenThing, 'version'>) =>
  isId(id) ? manager.findOneBy(CostRow, { id, exhibitionId }) : null;

const between = (before: CostDetails | null, after: CostDetails | null) =>
  changesBetween(before && inWords(before), after && inWords(after));

const money = (pence: number | null): string => (pence === null ? '' : moneyInWords(pence));

const inWords = ({ category, description, budgetPence, actualPence, paidOn }: CostDetails): Words => ({
  'What for': description,
  Category: categoryWords[category],
  Budget: money(budgetPence),
  Actual: money(actualPence),
  Paid: paidOn === null ? '' : dayInWords(paidOn),
});
