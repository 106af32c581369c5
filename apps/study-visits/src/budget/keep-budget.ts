import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { changesBetween } from '#checks';
import { valueOf, type Actor } from '#platform';
import { isId } from '../domain/ids.js';
import { ChangePlan } from '../plans/change-plan.js';
import { asSeen, type SeenThing } from '../plans/problems.js';
import { BudgetLineRow } from './budget-line.entity.js';
import { checkBudgetLine, type BudgetLine, type BudgetLineInput } from './domain/budget.js';
import { lineInWords } from './in-words.js';

/** Writes what a visit may cost, and did. Costs can be entered after it is over. */
@Injectable()
export class KeepBudget {
  constructor(private readonly plan: ChangePlan) {}

  /** @throws Problem 404; 422 with every field that needs attention */
  add(manager: EntityManager, actor: Actor, visitId: string, input: BudgetLineInput): Promise<BudgetLineRow> {
    return this.plan.within(manager, actor, visitId, async () => {
      const line = valueOf(checkBudgetLine(input));
      const id = uuidv7();
      await manager.insert(BudgetLineRow, { ...line, id, visitId, version: 1 });
      const result = await manager.findOneByOrFail(BudgetLineRow, { id });
      const change = { action: `Budget line added: “${line.description}”`, changes: between(null, line) };
      return { result, change };
    });
  }

  /** @throws Problem 404; 409 `edited-meanwhile`; 422 with every field that needs attention */
  edit(actor: Actor, seen: SeenThing, input: BudgetLineInput): Promise<BudgetLineRow> {
    return this.plan.run(actor, seen.visitId, async ({ manager }) => {
      const before = asSeen(await find(manager, seen), seen, 'line');
      const line = valueOf(checkBudgetLine(input));
      const changes = between(before, line);
      if (changes.length === 0) return { result: before, change: null };
      await manager.update(BudgetLineRow, { id: seen.id }, { ...line, version: before.version + 1 });
      const result = await manager.findOneByOrFail(BudgetLineRow, { id: seen.id });
      return { result, change: { action: `Budget line changed: “${line.description}”`, changes } };
    });
  }

  /** Whether a line says already what a form says: a second press of its button. */
  saysAlready(line: BudgetLineRow, input: BudgetLineInput): boolean {
    const checked = checkBudgetLine(input);
    return checked.ok && between(line, checked.value).length === 0;
  }

  /** @throws Problem 404; 409 `edited-meanwhile` */
  remove(actor: Actor, seen: SeenThing): Promise<BudgetLineRow> {
    return this.plan.run(actor, seen.visitId, async ({ manager }) => {
      const before = asSeen(await find(manager, seen), seen, 'line');
      await manager.delete(BudgetLineRow, { id: seen.id });
      const action = `Budget line deleted: “${before.description}”`;
      return { result: before, change: { action, changes: between(before, null) } };
    });
  }
}

const find = (manager: EntityManager, { visitId, id }: Omit<SeenThing, 'version'>) =>
  isId(id) ? manager.findOneBy(BudgetLineRow, { id, visitId }) : null;

const between = (before: BudgetLine | null, after: BudgetLine | null) =>
  changesBetween(before && lineInWords(before), after && lineInWords(after));
