import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Exhibition } from '../exhibitions/domain/exhibition.js';
import { ChangeCurrent, type Changing } from '../published/change-current.js';
import { isToLead } from './domain/judge-swap.js';
import type { Swap } from './domain/swap.js';
import { LapseSwaps } from './lapse-swaps.js';
import { exchangeOf, type Situation } from './read-situation.js';
import { SwapsRepository, type SwapEnd } from './swaps.repository.js';

/** Lets two swap: each has the shift of the other from now on, and everybody whom it concerns is told. */
@Injectable()
export class CarryOutSwap {
  constructor(
    private readonly swaps: SwapsRepository,
    private readonly change: ChangeCurrent,
    private readonly lapse: LapseSwaps,
  ) {}

  /**
   * Other swaps of the same shifts end with it.
   *
   * @param manager of a transaction that holds the locks of the people and of the exhibition
   * @param situation by which it was found to be allowed
   */
  async run(
    manager: EntityManager,
    exhibition: Exhibition,
    swap: Swap,
    situation: Situation,
    { end, ...changing }: Changing & { readonly end: SwapEnd },
  ): Promise<void> {
    await this.swaps.put(manager, swap, 'done', end);
    const { askerId, otherId, given, taken } = swap;
    const exchange = exchangeOf(swap);
    const added = [
      {
        shiftId: given.shiftId,
        teamMemberId: otherId,
        isLead: isToLead(situation, exchange.given, askerId, otherId),
      },
      ...(taken === null
        ? []
        : [
            {
              shiftId: taken.shiftId,
              teamMemberId: askerId,
              isLead: isToLead(situation, taken.shiftId, otherId, askerId),
            },
          ]),
    ];
    const gone = [given.assignmentId, ...(taken === null ? [] : [taken.assignmentId])];
    await this.change.run(manager, exhibition, { gone, goneAs: 'removed', added, source: 'swap' }, changing);
    await this.lapse.run(manager, exhibition, changing);
  }
}
