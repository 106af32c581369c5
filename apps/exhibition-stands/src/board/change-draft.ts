import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { notedActor } from '#people';
import { conflict, Transactions, type Actor } from '#platform';
import { isId } from '../domain/ids.js';
import { LockExhibition } from '../exhibitions/lock-exhibition.js';
import { ShiftsRepository } from '../shifts/shifts.repository.js';
import { CLOCK, type Clock } from '../tokens.js';
import { actOn, type DraftAct } from './domain/act-on-draft.js';
import { changesBetween } from './domain/draft.js';
import { stepsInTheWay } from './domain/step.js';
import { changedMeanwhile, goneMeanwhile, shiftBegun } from './draft-problems.js';
import { DraftsRepository } from './drafts.repository.js';
import { KeepStep } from './keep-step.js';
import { LeadFactsOf } from './lead-facts-of.js';
import { ReadTold } from './read-told.js';

/** What came of a change. */
export interface DraftChanged {
  /** Of the draft, from now on. */
  readonly version: number;
  /** Whether others changed something else meanwhile, which is there, too. */
  readonly isMixed: boolean;
}

/** Does with one place of a draft what staff want. No rule of the rota stops them; what it breaks is marked on the board. */
@Injectable()
export class ChangeDraft {
  constructor(
    private readonly transactions: Transactions,
    private readonly lock: LockExhibition,
    private readonly drafts: DraftsRepository,
    private readonly shifts: ShiftsRepository,
    private readonly leads: LeadFactsOf,
    private readonly told: ReadTold,
    private readonly keepStep: KeepStep,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @param seen the version of the draft that the person looked at
   * @throws Problem 404; 409 `edited-meanwhile` where others changed the same, `gone-meanwhile`, `shift-begun`, or what
   *   stands against the act
   */
  run(actor: Actor, exhibitionId: string, seen: number, act: DraftAct): Promise<DraftChanged> {
    return this.transactions.run((manager) => this.within(manager, { actor, exhibitionId, seen, act }));
  }

  private async within(
    manager: EntityManager,
    { actor, exhibitionId, seen, act }: { actor: Actor; exhibitionId: string; seen: number; act: DraftAct },
  ): Promise<DraftChanged> {
    const noted = await notedActor(manager, actor);
    await this.lock.run(manager, exhibitionId);
    await this.mayChange(manager, exhibitionId, act);
    const before = await this.drafts.read(exhibitionId, manager);
    const facts = await this.leads.of(manager, exhibitionId);
    const done = actOn(before, act, facts);
    const since = seen < before.version ? await this.drafts.stepsAfter(exhibitionId, seen, manager) : [];
    if (!done.ok) {
      const [problem] = done.problems;
      if (since.length > 0) throw changedMeanwhile(since);
      throw conflict(problem?.code ?? 'not-possible', problem?.message ?? '');
    }
    const inTheWay = stepsInTheWay(since, changesBetween(before, done.value));
    if (inTheWay.length > 0) throw changedMeanwhile(inTheWay);
    const version = await this.keepStep.run(manager, {
      exhibitionId,
      actor: noted,
      act: act.act,
      before,
      after: done.value,
    });
    return { version, isMixed: since.length > 0 };
  }

  private async mayChange(manager: EntityManager, exhibitionId: string, act: DraftAct): Promise<void> {
    const shifts = new Map((await this.shifts.list(exhibitionId, manager)).map((shift) => [shift.id, shift]));
    const { places } = await this.told.of(exhibitionId, manager);
    const now = this.clock().epochMilliseconds;
    for (const id of shiftsOf(act)) {
      const shift = shifts.get(id);
      if (!shift) throw goneMeanwhile();
      if (places !== null && shift.start.epochMilliseconds < now) throw shiftBegun();
    }
    if (!membersOf(act).every(isId)) throw goneMeanwhile();
    const members: { id: string }[] = await manager.query(
      `SELECT id FROM team_members WHERE exhibition_id = $1 AND status <> 'left' AND id::text = ANY($2)`,
      [exhibitionId, membersOf(act)],
    );
    if (members.length < membersOf(act).length) throw goneMeanwhile();
  }
}

const shiftsOf = (act: DraftAct): readonly string[] => [
  ...new Set([act.shift, ...(act.act === 'move' ? [act.to] : act.act === 'swap' ? [act.with.shift] : [])]),
];

const membersOf = (act: DraftAct): readonly string[] => [
  ...new Set([act.member, ...(act.act === 'swap' ? [act.with.member] : [])]),
];
