import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { changesBetween } from '#checks';
import { valueOf, type Actor } from '#platform';
import { isId } from '../domain/ids.js';
import { ChangePlan } from '../plans/change-plan.js';
import { asSeen, type SeenThing } from '../plans/problems.js';
import { checkRisk, type RiskDetails, type RiskInput } from './domain/risk.js';
import { riskInWords } from './in-words.js';
import { RiskRow } from './risk.entity.js';

/** Writes what could go wrong on a visit, and what is done about it. What was signed before stays signed as it was. */
@Injectable()
export class KeepRisks {
  constructor(private readonly plan: ChangePlan) {}

  /** @throws Problem 404; 422 with every field that needs attention */
  add(manager: EntityManager, actor: Actor, visitId: string, input: RiskInput): Promise<RiskRow> {
    return this.plan.within(manager, actor, visitId, async () => {
      const details = valueOf(checkRisk(input));
      const id = uuidv7();
      await manager.insert(RiskRow, { ...details, id, visitId, version: 1 });
      const result = await manager.findOneByOrFail(RiskRow, { id });
      return {
        result,
        change: { action: `Risk added: “${details.hazard}”`, changes: between(null, details) },
      };
    });
  }

  /** @throws Problem 404; 409 `edited-meanwhile`; 422 with every field that needs attention */
  edit(actor: Actor, seen: SeenThing, input: RiskInput): Promise<RiskRow> {
    return this.plan.run(actor, seen.visitId, async ({ manager }) => {
      const before = asSeen(await find(manager, seen), seen, 'risk');
      const details = valueOf(checkRisk(input));
      const changes = between(before, details);
      if (changes.length === 0) return { result: before, change: null };
      await manager.update(RiskRow, { id: seen.id }, { ...details, version: before.version + 1 });
      const result = await manager.findOneByOrFail(RiskRow, { id: seen.id });
      return { result, change: { action: `Risk changed: “${details.hazard}”`, changes } };
    });
  }

  /** Whether a risk says already what a form says: a second press of its button. */
  saysAlready(risk: RiskRow, input: RiskInput): boolean {
    const checked = checkRisk(input);
    return checked.ok && between(risk, checked.value).length === 0;
  }

  /** @throws Problem 404; 409 `edited-meanwhile` */
  remove(actor: Actor, seen: SeenThing): Promise<RiskRow> {
    return this.plan.run(actor, seen.visitId, async ({ manager }) => {
      const before = asSeen(await find(manager, seen), seen, 'risk');
      await manager.delete(RiskRow, { id: seen.id });
      return {
        result: before,
        change: { action: `Risk deleted: “${before.hazard}”`, changes: between(before, null) },
      };
    });
  }
}

const find = (manager: EntityManager, { visitId, id }: Omit<SeenThing, 'version'>) =>
  isId(id) ? manager.findOneBy(RiskRow, { id, visitId }) : null;

const between = (before: RiskDetails | null, after: RiskDetails | null) =>
  changesBetween(before && riskInWords(before), after && riskInWords(after));
