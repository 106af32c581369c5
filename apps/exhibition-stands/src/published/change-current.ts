import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { conflict, type Actor } from '#platform';
import { DraftsRepository } from '../board/drafts.repository.js';
import { KeepStep } from '../board/keep-step.js';
import type { Exhibition } from '../exhibitions/domain/exhibition.js';
import { ShiftsRepository } from '../shifts/shifts.repository.js';
import { hasIt, type Current, type ShiftTerms, type Wanted } from './domain/rota-diff.js';
import { placeOf, standOf } from './domain/words.js';
import { ReadCurrent } from './read-current.js';
import { TellShifts } from './tell-shifts.js';
import { WriteCurrent, type AssignmentSource, type GoneAs, type Written } from './write-current.js';

/** What happens to the current rota besides a publishing: somebody drops out, steps in, swaps. */
export interface CurrentChange {
  /** Ids of the parts in shifts that people have no longer. */
  readonly gone?: readonly string[];
  /** `dropped-out` unless told: then the draft does not give it to them again. */
  readonly goneAs?: GoneAs;
  readonly added?: readonly {
    readonly shiftId: string;
    readonly teamMemberId: string;
    readonly isLead: boolean;
  }[];
  /** How those who are added came by it. */
  readonly source?: Exclude<AssignmentSource, 'rota'>;
}

/** Who changes it when. */
export interface Changing {
  readonly now: Temporal.Instant;
  readonly correlationId: string;
  /** `null`: whoever it concerns, by their own link. */
  readonly actor: Actor | null;
}

/**
 * Changes who has which shift after a rota was published, and the draft with it, so that the next publishing does not take it
 * back. Everybody whom it concerns is told, and nobody else.
 */
@Injectable()
export class ChangeCurrent {
  constructor(
    private readonly currents: ReadCurrent,
    private readonly shifts: ShiftsRepository,
    private readonly drafts: DraftsRepository,
    private readonly keepStep: KeepStep,
    private readonly write: WriteCurrent,
    private readonly tell: TellShifts,
  ) {}

  /**
   * @param manager of a transaction that holds the locks of the people and of the exhibition. Whether somebody may have the
   *   shift, and whether there is a place in it, is for the caller to say.
   * @throws Problem 409 `gone-meanwhile` where somebody has the part no longer, or there is no such shift;
   *   `has-it-already`
   */
  async run(
    manager: EntityManager,
    exhibition: Exhibition,
    { gone = [], goneAs = 'dropped-out', added = [], source = 'staff' }: CurrentChange,
    { now, correlationId, actor }: Changing,
  ): Promise<Written> {
    const before = await this.currents.of(exhibition.id, manager);
    const unassigned = gone.map((id) => {
      const one = before.find((each) => each.id === id && hasIt(each));
      if (one === undefined) throw conflict('gone-meanwhile', 'They do not have this shift any more.');
      return one;
    });
    const terms = await this.termsOf(manager, exhibition, before);
    const assigned = added.map(({ shiftId, teamMemberId: memberId, isLead }) => {
      const former = before.find((one) => one.shiftId === shiftId && one.memberId === memberId) ?? null;
      if (former !== null && hasIt(former)) throw conflict('has-it-already', 'They have this shift already.');
      const shift = terms.get(shiftId);
      if (shift === undefined) throw conflict('gone-meanwhile', 'There is no such shift any more.');
      const wanted: Wanted = { shiftId, memberId, terms: { ...shift, isLead } };
      return { wanted, former };
    });
    const diff = { assigned, changed: [], unassigned };
    const written = await this.write.run(manager, exhibition.id, before, diff, { now, source, goneAs });
    await this.changeDraft(manager, exhibition.id, written, actor);
    await this.tell.run(manager, exhibition, written, { occasion: uuidv7(), now, correlationId });
    return written;
  }

  /** As those who have them were told, else as the shifts are. */
  private async termsOf(
    manager: EntityManager,
    exhibition: Exhibition,
    current: readonly Current[],
  ): Promise<ReadonlyMap<string, ShiftTerms>> {
    const where = { place: placeOf(exhibition), stand: standOf(exhibition), isLead: false };
    const shifts = await this.shifts.list(exhibition.id, manager);
    return new Map([
      ...shifts.map(
        ({ id, start, end, label }) => [id, { start, end, label, ...where }] satisfies [string, ShiftTerms],
      ),
      ...current.filter(hasIt).map(({ shiftId, terms }) => [shiftId, terms] satisfies [string, ShiftTerms]),
    ]);
  }

  private async changeDraft(
    manager: EntityManager,
    exhibitionId: string,
    { assigned, unassigned }: Written,
    actor: Actor | null,
  ): Promise<void> {
    const before = await this.drafts.read(exhibitionId, manager);
    const isOf = (list: readonly Current[], { shift, member }: { shift: string; member: string }) =>
      list.some(({ shiftId, memberId }) => shiftId === shift && memberId === member);
    const places = [
      ...before.places.filter((place) => !isOf(unassigned, place) && !isOf(assigned, place)),
      ...assigned.map(({ shiftId, memberId, terms }) => ({
        shift: shiftId,
        member: memberId,
        isLead: terms.isLead,
        isPinned: false,
        source: 'hand' as const,
      })),
    ];
    const act = assigned.length === 0 ? 'take' : unassigned.length === 0 ? 'put' : 'swap';
    const after = { places, forbidden: before.forbidden };
    await this.keepStep.run(manager, { exhibitionId, actor, act, before, after });
  }
}
