import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '#platform';
import { DraftsRepository } from '../board/drafts.repository.js';
import { KeepStep } from '../board/keep-step.js';
import { mostShifts, tooManyShifts } from '../shifts/change-shifts.js';
import { ShiftRow } from '../shifts/shift.entity.js';
import { ShiftsRepository } from '../shifts/shifts.repository.js';
import type { StandEventRow } from './stand-event.entity.js';

/** The longest name that a shift has. */
const longestLabel = 60;

/** The hosts that an event needs, as a shift of the rota. */
@Injectable()
export class EventCover {
  constructor(
    private readonly shifts: ShiftsRepository,
    private readonly drafts: DraftsRepository,
    private readonly keepStep: KeepStep,
  ) {}

  /**
   * Makes the event's shift what the event says now: there is one while it needs hosts and takes place. Under the
   * exhibition's lock.
   *
   * @param isGone that the event is about to be deleted
   * @returns the id of the shift that there is no longer; `null` where none went
   * @throws Problem 409 `too-many-shifts`
   */
  async keep(
    manager: EntityManager,
    actor: Actor,
    event: StandEventRow,
    isGone = false,
  ): Promise<string | null> {
    const { id, exhibitionId, hostsNeeded } = event;
    const shift = await manager.findOneBy(ShiftRow, { standEventId: id });
    if (isGone || event.status === 'cancelled' || hostsNeeded === 0) {
      if (shift === null) return null;
      await this.note(manager, actor, exhibitionId, shift.id, true);
      await this.shifts.remove(manager, [shift.id]);
      return shift.id;
    }
    const wanted = {
      startsAt: event.startsAt,
      endsAt: event.endsAt,
      cover: hostsNeeded,
      label: event.title.length > longestLabel ? `${event.title.slice(0, longestLabel - 1)}…` : event.title,
    };
    if (shift === null) {
      if ((await manager.countBy(ShiftRow, { exhibitionId })) >= mostShifts) throw tooManyShifts();
      const added = { id: uuidv7(), leads: 0, skills: [], source: 'event', version: 1 };
      await manager.insert(ShiftRow, { ...wanted, ...added, exhibitionId, standEventId: id });
      await this.note(manager, actor, exhibitionId, added.id);
      return null;
    }
    const isSame =
      shift.startsAt.getTime() === wanted.startsAt.getTime() &&
      shift.endsAt.getTime() === wanted.endsAt.getTime() &&
      shift.cover === wanted.cover &&
      shift.label === wanted.label;
    if (isSame) return null;
    await manager.update(
      ShiftRow,
      { id: shift.id },
      { ...wanted, leads: Math.min(shift.leads, wanted.cover), version: shift.version + 1 },
    );
    await this.note(manager, actor, exhibitionId, shift.id);
    return null;
  }

  /** So that the draft's version tells whoever looks at the board that it is another. */
  private async note(
    manager: EntityManager,
    actor: Actor,
    exhibitionId: string,
    id: string,
    isGone = false,
  ): Promise<void> {
    const before = await this.drafts.read(exhibitionId, manager);
    const stays = ({ shift }: { readonly shift: string }) => !(isGone && shift === id);
    const after = { places: before.places.filter(stays), forbidden: before.forbidden.filter(stays) };
    await this.keepStep.run(manager, { exhibitionId, actor, act: 'shifts', before, after, shifts: [id] });
  }
}
