import { Injectable } from '@nestjs/common';
import { checkOptionalText, checkText, type Checked } from '#checks';
import { notedActor } from '#people';
import { dateOf, Transactions, type Actor } from '#platform';
import { ExhibitionHistory } from '../exhibitions/exhibition-history.js';
import { LockExhibition } from '../exhibitions/lock-exhibition.js';
import { mustNotBeOver } from '../team/open-member.js';
import { mustBeSettled, type SwapAnswered } from './answer-swap.js';
import { CarryOutSwap } from './carry-out-swap.js';
import { isAllowed, judgeSwap } from './domain/judge-swap.js';
import { lapseOf } from './domain/lapse.js';
import { swapStep, type Swap } from './domain/swap.js';
import { LapseSwaps } from './lapse-swaps.js';
import { exchangeOf, ReadSituation } from './read-situation.js';
import { SwapMails } from './swap-mails.js';
import { SwapsRepository } from './swaps.repository.js';

/** What staff do with a swap. */
export const swapDecisions = ['approve', 'refuse', 'withdraw'] as const;

export type SwapDecision = (typeof swapDecisions)[number];

/** Longest reason, in characters. */
export const longestReason = 500;

/** Why; whoever refuses has to say, as the two read it. */
export const checkReason = (decision: SwapDecision, text: string): Checked<string | null> =>
  decision === 'refuse'
    ? checkText(text, 'reason', {
        longest: longestReason,
        manyLines: true,
        missing: { code: 'required', message: 'Say why you do not approve it: both of them read it.' },
      })
    : checkOptionalText(text, 'reason', { longest: longestReason, manyLines: true });

/** What the history calls it. */
const actions: Readonly<Record<SwapDecision, string>> = {
  approve: 'Swap of shifts approved',
  refuse: 'Swap of shifts not approved',
  withdraw: 'Swap of shifts ended by staff',
};

/** Staff approve a swap, refuse it, or end it before it is settled. */
@Injectable()
export class DecideSwap {
  constructor(
    private readonly transactions: Transactions,
    private readonly lockExhibition: LockExhibition,
    private readonly situations: ReadSituation,
    private readonly swaps: SwapsRepository,
    private readonly carryOut: CarryOutSwap,
    private readonly lapse: LapseSwaps,
    private readonly mails: SwapMails,
    private readonly history: ExhibitionHistory,
  ) {}

  /**
   * Decided under the exhibition's lock; decided so already, it changes nothing. No rule of the rota is passed over: where one
   * stands against it, staff change the rota on the board.
   *
   * @throws Problem 404; 409 `exhibition-over`, `being-changed`
   */
  run(
    actor: Actor,
    exhibitionId: string,
    swapId: string,
    { decision, reason }: { readonly decision: SwapDecision; readonly reason: string },
  ): Promise<SwapAnswered> {
    return this.transactions.run(async (manager) => {
      const noted = await notedActor(manager, actor);
      const exhibition = await this.lockExhibition.run(manager, exhibitionId);
      mustNotBeOver(exhibition);
      const swap = await this.swaps.one(exhibition.id, swapId, manager);
      const situation = await this.situations.of(exhibition.id, manager);
      const { now } = situation;
      const correlationId = actor.requestId;
      if (lapseOf(swap, await this.lapse.around(manager, exhibition.id, [swap], now)) !== null) {
        await this.lapse.run(manager, exhibition, { now, correlationId });
        return { outcome: 'ended', status: 'lapsed' };
      }
      const step = swapStep(swap.status, decision, exhibition.swapsNeedApproval);
      if (step === 'already') return { outcome: 'said' };
      if (step === 'not-possible') return { outcome: 'ended', status: swap.status };
      const { personId: decidedBy, name: decidedName } = noted.identity;
      const end = { endedAt: dateOf(now), decidedBy, decidedName, reason };
      if (decision === 'approve') {
        const rules = judgeSwap(situation, exchangeOf(swap));
        if (!isAllowed(rules)) return { outcome: 'cannot', rules };
        mustBeSettled(situation.open, swap);
        const changing = { now, correlationId, actor: noted, end };
        await this.carryOut.run(manager, exhibition, swap, situation, changing);
      } else {
        await this.swaps.put(manager, swap, step.to, end);
        const ended: Swap = { ...swap, status: step.to, decidedName, reason };
        await this.mails.told(manager, exhibition, ended, ['asker', 'other'], correlationId);
      }
      // Why is kept with the swap, where it goes when one of the two is erased.
      await this.history.note(manager, exhibitionId, {
        actor: noted,
        action: actions[decision],
        changes: [],
      });
      return { outcome: 'said' };
    });
  }
}
