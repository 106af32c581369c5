import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { Checked } from '#checks';
import { notedActor } from '#people';
import { conflict, Transactions, valueOf, type Actor } from '#platform';
import { DraftsRepository } from '../board/drafts.repository.js';
import { KeepStep } from '../board/keep-step.js';
import type { Exhibition } from '../exhibitions/domain/exhibition.js';
import { LockExhibition } from '../exhibitions/lock-exhibition.js';
import type { ShiftDetails, StandShift } from './domain/shift.js';
import { ShiftsRepository } from './shifts.repository.js';

/** No stand has more; the board could not show them either. */
export const mostShifts = 1000;

/** Adds, changes and removes shifts by hand. What is changed by hand stays when a pattern makes its own anew. */
@Injectable()
export class ChangeShifts {
  constructor(
    private readonly transactions: Transactions,
    private readonly lock: LockExhibition,
    private readonly shifts: ShiftsRepository,
    private readonly drafts: DraftsRepository,
    private readonly keepStep: KeepStep,
  ) {}

  /**
   * Within a transaction of the caller's, who makes sure that a second press of the button does not come here.
   *
   * @throws Problem 404; 409 `exhibition-ended`, `too-many-shifts`; 422
   */
  async add(
    manager: EntityManager,
    actor: Actor,
    exhibitionId: string,
    check: (exhibition: Exhibition) => Checked<ShiftDetails>,
  ): Promise<StandShift> {
    const noted = await notedActor(manager, actor);
    const exhibition = await this.open(manager, exhibitionId);
    const shift: StandShift = { ...valueOf(check(exhibition)), id: uuidv7(), source: 'hand', version: 1 };
    const all = await this.shifts.list(exhibitionId, manager);
    if (all.length >= mostShifts) throw tooManyShifts();
    await this.shifts.add(manager, exhibitionId, [shift]);
    await this.note(manager, noted, exhibitionId, [shift.id]);
    return shift;
  }

  /**
   * @param seen the version that the person saw
   * @throws Problem 404; 409 `edited-meanwhile`, `exhibition-ended`; 422
   */
  edit(
    actor: Actor,
    { exhibitionId, id, version: seen }: { exhibitionId: string; id: string; version: number },
    check: (exhibition: Exhibition) => Checked<ShiftDetails>,
  ): Promise<StandShift> {
    return this.transactions.run(async (manager) => {
      const noted = await notedActor(manager, actor);
      const exhibition = await this.open(manager, exhibitionId);
      const before = await this.shifts.one(exhibitionId, id, manager);
      const details = valueOf(check(exhibition));
      if (isSame(before, details)) return before;
      if (before.version !== seen)
        throw conflict(
          'edited-meanwhile',
          'Somebody changed this shift after you opened it. Look at it again.',
        );
      const source = before.source === 'pattern' ? 'hand' : before.source;
      const after = { ...before, ...details, source, version: before.version + 1 };
      await this.shifts.update(manager, after);
      await this.note(manager, noted, exhibitionId, [id]);
      return after;
    });
  }

  /**
   * Removes shifts with whoever the draft has in them. Those that are gone already are passed over. People who were told of
   * one keep it until the rota is published anew.
   *
   * @returns how many were removed
   * @throws Problem 404; 409 `exhibition-ended`
   */
  remove(actor: Actor, exhibitionId: string, ids: readonly string[]): Promise<number> {
    return this.transactions.run(async (manager) => {
      const noted = await notedActor(manager, actor);
      await this.open(manager, exhibitionId);
      const wanted = new Set(ids);
      const gone = (await this.shifts.list(exhibitionId, manager)).filter(({ id }) => wanted.has(id));
      if (gone.length === 0) return 0;
      const removed = gone.map(({ id }) => id);
      await this.note(manager, noted, exhibitionId, removed, removed);
      await this.shifts.remove(manager, removed);
      return gone.length;
    });
  }

  private async open(manager: EntityManager, exhibitionId: string): Promise<Exhibition> {
    const exhibition = await this.lock.run(manager, exhibitionId);
    mustBeOpen(exhibition);
    return exhibition;
  }

  private async note(
    manager: EntityManager,
    actor: Actor,
    exhibitionId: string,
    shifts: readonly string[],
    without: readonly string[] = [],
  ): Promise<void> {
    const before = await this.drafts.read(exhibitionId, manager);
    const stays = ({ shift }: { readonly shift: string }) => !without.includes(shift);
    const after = { places: before.places.filter(stays), forbidden: before.forbidden.filter(stays) };
    await this.keepStep.run(manager, { exhibitionId, actor, act: 'shifts', before, after, shifts });
  }
}

export const tooManyShifts = () =>
  conflict('too-many-shifts', `A stand can have ${mostShifts.toLocaleString('en-GB')} shifts at most.`);

/** @throws Problem 409 `exhibition-ended` */
export function mustBeOpen({ status }: Pick<Exhibition, 'status'>): void {
  if (status !== 'over' && status !== 'cancelled') return;
  const how = status === 'over' ? 'is over' : 'was called off';
  throw conflict('exhibition-ended', `The exhibition ${how}, so its shifts and its rota stay as they were.`);
}

const isSame = (shift: StandShift, details: ShiftDetails): boolean =>
  shift.start.equals(details.start) &&
  shift.end.equals(details.end) &&
  shift.cover === details.cover &&
  shift.leads === details.leads &&
  shift.label === details.label &&
  shift.skills.toSorted().join() === details.skills.toSorted().join();
