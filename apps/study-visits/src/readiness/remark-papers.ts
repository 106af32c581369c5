import { Inject, Injectable } from '@nestjs/common';
import { In, Not, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { dateOf } from '#platform';
import { lockRulesToJudge } from '../destination-rules/lock-rules.js';
import { ReadRules, type AllRules } from '../destination-rules/read-rules.js';
import { SensitiveDetails } from '../secrets/sensitive-details.js';
import { CLOCK, type Clock } from '../tokens.js';
import type { Traveller } from '../travellers/domain/traveller.js';
import { ReadTravellers } from '../travellers/read-travellers.js';
import type { Visit } from '../visits/domain/visit.js';
import { VisitRow } from '../visits/visit.entity.js';
import { visitOf } from '../visits/visit-of.js';
import { compareStatuses, type MarkStatus } from './domain/item.js';
import { judgeInsurance, judgeTravelPapers, type Judgement } from './domain/judge.js';
import type { KeptPassport } from './domain/passports.js';
import type { TravelInsurance } from './domain/told.js';
import { ReadinessMarkChangeRow, ReadinessMarkRow } from './readiness.entity.js';
import { WriteToTravellers } from './write-to-travellers.js';

/** Whose mark became another. */
export interface MarkChange {
  readonly traveller: Traveller;
  readonly visit: Visit;
  readonly item: Judgement['item'];
  readonly before: MarkStatus;
  readonly after: MarkStatus;
  /** Whether they were written to: it became worse, and they have an address. */
  readonly isTold: boolean;
}

/** Why it is judged anew. */
export interface RemarkCause {
  /** The line of the rules' history; `null`: the visit's days or country changed. */
  readonly ruleChangeId: string | null;
  readonly correlationId: string;
}

/** Judges anew what travellers told of their papers, notes whose mark changed, and writes to those for whom it became worse. */
@Injectable()
export class RemarkPapers {
  constructor(
    private readonly details: SensitiveDetails,
    private readonly rules: ReadRules,
    private readonly travellers: ReadTravellers,
    private readonly write: WriteToTravellers,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Those of every visit that is to come. Within a transaction that holds the rules alone. */
  async everybody(manager: EntityManager, cause: RemarkCause): Promise<readonly MarkChange[]> {
    const rows = await manager.find(VisitRow, {
      where: { status: Not(In(['over', 'cancelled'])) },
      order: { firstDay: 'ASC', id: 'ASC' },
    });
    const all = await this.rules.all(manager);
    const changes: MarkChange[] = [];
    for (const row of rows) changes.push(...(await this.visit(manager, visitOf(row), all, cause)));
    return changes;
  }

  /** Those of one visit, whose days or country changed. Within a transaction that holds its lock. */
  async ofVisit(manager: EntityManager, visit: Visit, correlationId: string): Promise<readonly MarkChange[]> {
    await lockRulesToJudge(manager);
    return this.visit(manager, visit, await this.rules.all(manager), { ruleChangeId: null, correlationId });
  }

  private async visit(
    manager: EntityManager,
    visit: Visit,
    { rules, groups }: AllRules,
    cause: RemarkCause,
  ): Promise<readonly MarkChange[]> {
    const travellers = await this.travellers.confirmed(visit.id, manager);
    const ids = travellers.map(({ id }) => id);
    const [passports, insurances, marks] = [
      await this.details.readForRule(manager, 'traveller', ids, 'passport'),
      await this.details.readForRule(manager, 'traveller', ids, 'insurance'),
      await manager.findBy(ReadinessMarkRow, { travellerId: In(ids) }),
    ];
    const changes: MarkChange[] = [];
    for (const traveller of travellers) {
      const told = [passports.get(traveller.id), insurances.get(traveller.id)];
      const judgements = [
        told[0] !== undefined &&
          judgeTravelPapers(JSON.parse(told[0]) as KeptPassport[], visit, rules, groups),
        told[1] !== undefined && judgeInsurance(JSON.parse(told[1]) as TravelInsurance, visit),
      ];
      for (const judgement of judgements) {
        if (judgement === false) continue;
        const mark = marks.find(
          ({ travellerId, item }) => travellerId === traveller.id && item === judgement.item,
        );
        await this.keep(manager, traveller.id, judgement);
        const before = mark?.status ?? 'not-asked';
        if (before === judgement.status) continue;
        const isTold = compareStatuses(judgement.status, before) > 0 && traveller.email !== null;
        changes.push({ traveller, visit, item: judgement.item, before, after: judgement.status, isTold });
      }
    }
    await this.note(manager, changes, cause);
    await this.write.worsened(
      manager,
      visit,
      changes.filter(({ isTold }) => isTold),
      cause.correlationId,
    );
    return changes;
  }

  /** Keeps how something was judged that is kept in the same transaction or was before. */
  async keep(manager: EntityManager, travellerId: string, judgement: Judgement): Promise<void> {
    await manager.upsert(
      ReadinessMarkRow,
      {
        travellerId,
        item: judgement.item,
        subjectKind: 'traveller',
        status: judgement.status,
        judgement: judgement as never,
        judgedAt: dateOf(this.clock()),
      },
      ['travellerId', 'item'],
    );
  }

  private async note(
    manager: EntityManager,
    changes: readonly MarkChange[],
    cause: RemarkCause,
  ): Promise<void> {
    if (changes.length === 0) return;
    const at = dateOf(this.clock());
    await manager.insert(
      ReadinessMarkChangeRow,
      changes.map(({ traveller, visit, item, before, after, isTold }) => ({
        id: uuidv7(),
        visitId: visit.id,
        travellerId: traveller.id,
        item,
        before,
        after,
        ruleChangeId: cause.ruleChangeId,
        isTold,
        at,
      })),
    );
  }
}
