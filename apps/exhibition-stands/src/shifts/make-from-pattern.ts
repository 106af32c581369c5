import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { notedActor } from '#people';
import { conflict, Transactions, type Actor } from '#platform';
import type { Draft, Place } from '../board/domain/draft.js';
import { withLeads } from '../board/domain/leads.js';
import { DraftsRepository, type KeptDraft } from '../board/drafts.repository.js';
import { KeepStep } from '../board/keep-step.js';
import { LeadFactsOf } from '../board/lead-facts-of.js';
import { ReadTold } from '../board/read-told.js';
import type { Exhibition } from '../exhibitions/domain/exhibition.js';
import { FindExhibition } from '../exhibitions/find-exhibition.js';
import { LockExhibition } from '../exhibitions/lock-exhibition.js';
import { mostShifts, mustBeOpen, tooManyShifts } from './change-shifts.js';
import { shiftsOfPattern, type ShiftPattern } from './domain/pattern.js';
import { patternLabels, planPattern, type PatternPlan } from './domain/plan-pattern.js';
import type { StandShift } from './domain/shift.js';
import { ShiftsRepository } from './shifts.repository.js';

/** What a pattern would do, before it is done. */
export interface PatternPreview {
  readonly exhibition: Exhibition;
  readonly plan: PatternPlan;
  /** Places of the draft that go with the shifts that are replaced, pins not counted. */
  readonly lostPlaces: number;
  /** How many people were told of shifts that are replaced; they keep them until the rota is published anew. */
  readonly told: number;
  /** Of the draft that this was looked up in. */
  readonly version: number;
}

/** Makes an exhibition's shifts from a pattern: says what that would do, and does it. */
@Injectable()
export class MakeFromPattern {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly exhibitions: FindExhibition,
    private readonly lock: LockExhibition,
    private readonly shifts: ShiftsRepository,
    private readonly drafts: DraftsRepository,
    private readonly told: ReadTold,
    private readonly leads: LeadFactsOf,
    private readonly keepStep: KeepStep,
  ) {}

  /** @throws Problem 404; 409 `exhibition-ended`, `no-days`, `too-many-shifts` */
  async preview(exhibitionId: string, pattern: ShiftPattern): Promise<PatternPreview> {
    const { manager } = this.dataSource;
    const exhibition = await this.exhibitions.byId(exhibitionId, manager);
    const draft = await this.drafts.read(exhibitionId, manager);
    return this.look(manager, exhibition, draft, pattern);
  }

  /**
   * Replaces what the last pattern made.
   *
   * @param seen the version of the draft that the preview was of
   * @throws Problem 404; 409 `edited-meanwhile`, `exhibition-ended`, `no-days`, `too-many-shifts`
   */
  run(actor: Actor, exhibitionId: string, pattern: ShiftPattern, seen: number): Promise<PatternPreview> {
    return this.transactions.run(async (manager) => {
      const noted = await notedActor(manager, actor);
      const exhibition = await this.lock.run(manager, exhibitionId);
      const before = await this.drafts.read(exhibitionId, manager);
      const preview = await this.look(manager, exhibition, before, pattern);
      const { plan } = preview;
      if (plan.added.length + plan.removed.length + plan.changed.length === 0) return preview;
      if (before.version !== seen)
        throw conflict(
          'edited-meanwhile',
          'The shifts or the rota were changed after you looked. See below what the pattern does to them now.',
        );
      const added = plan.added.map((each): StandShift => {
        const { start, end, cover, leads, kind } = each;
        const label = patternLabels[kind];
        return { id: uuidv7(), start, end, cover, leads, label, skills: [], source: 'pattern', version: 1 };
      });
      await this.shifts.add(manager, exhibitionId, added);
      for (const { was, cover, leads } of plan.changed)
        await this.shifts.update(manager, { ...was, cover, leads, version: was.version + 1 });
      const facts = await this.leads.of(manager, exhibitionId);
      const after = draftAfter(before, plan, added);
      const touched = [...added, ...plan.changed, ...plan.removed].map(({ id }) => id);
      await this.keepStep.run(manager, {
        exhibitionId,
        actor: noted,
        act: 'shifts',
        before,
        after: withLeads(after, touched, facts),
        shifts: touched,
      });
      await this.shifts.remove(
        manager,
        plan.removed.map(({ id }) => id),
      );
      await this.drafts.keepPattern(manager, exhibitionId, pattern);
      return preview;
    });
  }

  private async look(
    manager: EntityManager,
    exhibition: Exhibition,
    draft: KeptDraft,
    pattern: ShiftPattern,
  ): Promise<PatternPreview> {
    mustBeOpen(exhibition);
    const made = shiftsOfPattern(pattern, exhibition.days);
    if (made.length === 0)
      throw conflict(
        'no-days',
        'The exhibition has no days that this pattern is for. Say first on which days, and when, the stand is open.',
      );
    const existing = await this.shifts.list(exhibition.id, manager);
    const plan = planPattern(
      existing,
      made,
      draft.places.filter(({ isPinned }) => isPinned),
    );
    if (plan.byHand.length + made.length > mostShifts) throw tooManyShifts();
    const removed = new Set(plan.removed.map(({ id }) => id));
    const { places } = await this.told.of(exhibition.id, manager);
    return {
      exhibition,
      plan,
      lostPlaces: draft.places.filter(({ shift, isPinned }) => removed.has(shift) && !isPinned).length,
      told: new Set(places?.filter(({ shift }) => removed.has(shift)).map(({ member }) => member)).size,
      version: draft.version,
    };
  }
}

/** The draft without what is replaced, with the pins that go on. */
function draftAfter(before: Draft, plan: PatternPlan, added: readonly StandShift[]): Draft {
  const removed = new Set(plan.removed.map(({ id }) => id));
  const stays = before.places.filter(({ shift }) => !removed.has(shift));
  const carried = plan.carriedPins.flatMap(({ member, to }): Place[] => {
    const shift = typeof to === 'string' ? to : added[to]?.id;
    return shift === undefined ? [] : [{ shift, member, isLead: false, isPinned: true, source: 'hand' }];
  });
  const isNew = ({ shift, member }: Place) =>
    !stays.some((place) => place.shift === shift && place.member === member);
  return {
    places: [
      ...stays.map((place) => {
        const again = carried.some(({ shift, member }) => shift === place.shift && member === place.member);
        return again ? { ...place, isPinned: true } : place;
      }),
      ...carried.filter(isNew),
    ],
    forbidden: before.forbidden.filter(({ shift }) => !removed.has(shift)),
  };
}
