import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { checkCopy, type CopyInput } from '#checks';
import { notedActor } from '#people';
import { valueOf, type Actor } from '#platform';
import { BudgetLineRow } from '../budget/budget-line.entity.js';
import { ConsiderationRow } from '../package-travel/consideration.entity.js';
import { RiskRow } from '../risks/risk.entity.js';
import { CLOCK, type Clock } from '../tokens.js';
import { CreateVisit } from './create-visit.js';
import { copiedVisit } from './domain/copied-visit.js';
import type { Visit } from './domain/visit.js';
import { longestTitle } from './domain/what.js';
import { FindVisit } from './find-visit.js';

/**
 * Makes a draft of all that an earlier visit says, its dates moved: with what was planned to be spent, what could go wrong, and what
 * was considered of package travel. Nothing of it is signed, and all people are that visit's own.
 */
@Injectable()
export class CopyVisit {
  constructor(
    private readonly visits: FindVisit,
    private readonly create: CreateVisit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Problem 404; 422 with every field that needs attention */
  async run(manager: EntityManager, actor: Actor, id: string, input: CopyInput): Promise<Visit> {
    const noted = await notedActor(manager, actor);
    const source = await this.visits.byId(id, manager);
    const rules = { longestTitle, zone: source.zone, now: this.clock(), what: 'the new visit' };
    const { title, firstDay } = valueOf(checkCopy(input, rules));
    const copy = await this.create.add(
      manager,
      noted,
      { details: copiedVisit(source, title, firstDay), slug: null },
      { action: `Copied from “${source.title}”`, copiedFrom: id },
    );
    await copyPlans(manager, id, copy.id);
    return copy;
  }
}

async function copyPlans(manager: EntityManager, from: string, visitId: string): Promise<void> {
  const lines = await manager.findBy(BudgetLineRow, { visitId: from });
  await manager.insert(
    BudgetLineRow,
    lines.map(({ category, description, plannedPence, actualPence }) => ({
      id: uuidv7(),
      visitId,
      category,
      description,
      // What was never planned cost something nevertheless, and will again.
      plannedPence: plannedPence ?? actualPence,
      actualPence: null,
      fundedPence: 0,
      fundedBy: '',
      version: 1,
    })),
  );
  const risks = await manager.findBy(RiskRow, { visitId: from });
  await manager.insert(
    RiskRow,
    risks.map(({ hazard, atRisk, likelihood, severity, measures }) => ({
      id: uuidv7(),
      visitId,
      hazard,
      atRisk,
      likelihood,
      severity,
      measures,
      responsible: '',
      reviewOn: null,
      version: 1,
    })),
  );
  const considered = await manager.findOneBy(ConsiderationRow, { visitId: from });
  if (considered === null) return;
  const { answers, reasons, protection } = considered;
  await manager.insert(ConsiderationRow, { visitId, answers, reasons, protection, version: 1 });
}
