import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { Exhibition } from '../exhibitions/domain/exhibition.js';
import { hasIt } from './domain/rota-diff.js';
import { ReadCurrent } from './read-current.js';
import { TellShifts } from './tell-shifts.js';
import type { Telling } from './telling.js';
import { WriteCurrent } from './write-current.js';

/** Ends shifts that have not begun, as what they are for is called off, and tells those who had them. */
@Injectable()
export class CallOffShifts {
  constructor(
    private readonly currents: ReadCurrent,
    private readonly write: WriteCurrent,
    private readonly tell: TellShifts,
  ) {}

  /**
   * @param manager of a transaction that holds the locks of the people and of the exhibition
   * @param shiftId of the only one; without it, all of the exhibition
   */
  async run(
    manager: EntityManager,
    exhibition: Exhibition,
    { now, correlationId }: Omit<Telling, 'occasion'>,
    shiftId?: string,
  ): Promise<void> {
    const before = await this.currents.of(exhibition.id, manager);
    const unassigned = before.filter(
      (one) =>
        hasIt(one) &&
        (shiftId === undefined || one.shiftId === shiftId) &&
        Temporal.Instant.compare(one.terms.start, now) > 0,
    );
    const diff = { assigned: [], changed: [], unassigned };
    const how = { now, source: 'rota', goneAs: 'removed' } as const;
    const written = await this.write.run(manager, exhibition.id, before, diff, how);
    await this.tell.run(manager, exhibition, written, { occasion: uuidv7(), now, correlationId });
  }
}
