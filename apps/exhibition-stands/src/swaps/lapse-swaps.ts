import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { In, type DataSource, type EntityManager } from 'typeorm';
import { dateOf } from '#platform';
import type { Exhibition } from '../exhibitions/domain/exhibition.js';
import { ReadCurrent } from '../published/read-current.js';
import { TeamMemberRow } from '../team/team-member.entity.js';
import type { Changing } from '../published/change-current.js';
import { lapseOf, type Around } from './domain/lapse.js';
import type { Swap } from './domain/swap.js';
import { SwapMails } from './swap-mails.js';
import { SwapsRepository } from './swaps.repository.js';

/** Ends swaps of which nothing can come any more, and tells the two. */
@Injectable()
export class LapseSwaps {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly swaps: SwapsRepository,
    private readonly currents: ReadCurrent,
    private readonly mails: SwapMails,
  ) {}

  /** @param manager of a transaction that holds the locks of the people and of the exhibition */
  async run(
    manager: EntityManager,
    exhibition: Exhibition,
    { now, correlationId }: Pick<Changing, 'now' | 'correlationId'>,
  ): Promise<void> {
    const open = await this.swaps.open(exhibition.id, manager);
    if (open.length === 0) return;
    const around = await this.around(manager, exhibition.id, open, now);
    for (const swap of open) {
      const why = lapseOf(swap, around);
      if (why === null) continue;
      await this.swaps.put(manager, swap, 'lapsed', { endedAt: dateOf(now), lapsedWhy: why });
      const lapsed: Swap = { ...swap, status: 'lapsed', lapsedWhy: why };
      await this.mails.told(manager, exhibition, lapsed, ['asker', 'other'], correlationId);
    }
  }

  /** Whether there is any of an exhibition, without locking it. */
  async isDue(exhibitionId: string, now: Around['now']): Promise<boolean> {
    const { manager } = this.dataSource;
    const open = await this.swaps.open(exhibitionId, manager);
    const around = await this.around(manager, exhibitionId, open, now);
    return open.some((swap) => lapseOf(swap, around) !== null);
  }

  /** What swaps depend on, as it is now. */
  async around(
    manager: EntityManager,
    exhibitionId: string,
    swaps: readonly Swap[],
    now: Around['now'],
  ): Promise<Around> {
    const current = await this.currents.of(exhibitionId, manager);
    const asked = await manager.findBy(TeamMemberRow, { id: In(swaps.map(({ otherId }) => otherId)) });
    return {
      now,
      current: new Map(current.map((one) => [one.id, one])),
      team: new Set(
        asked.filter(({ status }) => status !== 'left' && status !== 'declined').map(({ id }) => id),
      ),
    };
  }
}
