import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Temporal } from 'temporal-polyfill';
import { AskForMail } from '#messaging';
import { instantOf } from '#platform';
import { ShiftsRepository } from '../shifts/shifts.repository.js';
import type { OpenedMember } from '../team/open-member.js';
import { CLOCK, type Clock } from '../tokens.js';
import { CoverAskRow } from './cover.entities.js';
import { CoverLinks } from './cover-links.js';
import { CoverRepository } from './cover.repository.js';
import { DayMails } from './day-mails.js';

/** Puts the questions that somebody has to answer yet to their new address. */
@Injectable()
export class ReaddressCovers {
  constructor(
    private readonly covers: CoverRepository,
    private readonly links: CoverLinks,
    private readonly shifts: ShiftsRepository,
    private readonly askForMail: AskForMail,
    private readonly mails: DayMails,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @param manager of a transaction that holds the locks of the people and of the exhibition
   * @param opened with the address and the number of their link as they are now
   */
  async run(manager: EntityManager, { row, exhibition }: OpenedMember, correlationId: string): Promise<void> {
    const shifts = await this.shifts.list(exhibition.id, manager);
    for (const { row: request, asks } of await this.covers.of({ exhibitionId: exhibition.id }, manager)) {
      const ask = asks.find(({ teamMemberId }) => teamMemberId === row.id);
      if (request.status !== 'open' || ask === undefined) continue;
      await manager.update(CoverAskRow, { id: ask.id }, { secretHash: this.links.hashFor(ask.id, row) });
      const shift = shifts.find(({ id }) => id === request.shiftId);
      const until = this.waitedForUntil(ask);
      if (shift === undefined || until === null) continue;
      const asked = { id: ask.id, until, isForAll: request.mode === 'all' };
      await this.askForMail.all(manager, this.mails.ask(exhibition, shift, asked, row, correlationId));
    }
  }

  /** Until when their answer is waited for; `null`: it is not, or not yet. */
  private waitedForUntil({ state, until }: CoverAskRow): Temporal.Instant | null {
    if (state !== 'asked' || until === null) return null;
    const at = instantOf(until);
    return Temporal.Instant.compare(at, this.clock()) > 0 ? at : null;
  }
}
