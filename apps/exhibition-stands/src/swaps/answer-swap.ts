import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { conflict, dateOf, Transactions, type Problem } from '#platform';
import type { Exhibition } from '../exhibitions/domain/exhibition.js';
import type { Changing } from '../published/change-current.js';
import { OpenMember, type Who } from '../team/open-member.js';
import { CarryOutSwap } from './carry-out-swap.js';
import { isAllowed, judgeSwap, type SwapRules } from './domain/judge-swap.js';
import { lapseOf } from './domain/lapse.js';
import { swapStep, type Swap, type SwapStatus } from './domain/swap.js';
import { LapseSwaps } from './lapse-swaps.js';
import { exchangeOf, ReadSituation } from './read-situation.js';
import { SwapMails } from './swap-mails.js';
import { noSuchSwap, SwapsRepository } from './swaps.repository.js';

/** What the two of a swap say: the other accepts or declines, the asker withdraws. */
export const swapAnswers = ['accept', 'decline', 'withdraw'] as const;

export type SwapAnswer = (typeof swapAnswers)[number];

/** What came of it. `ended`: it had come to an end before; `cannot`: the rules of the rota stand against it, see why. */
export type SwapAnswered =
  | { readonly outcome: 'said' }
  | { readonly outcome: 'ended'; readonly status: SwapStatus }
  | { readonly outcome: 'cannot'; readonly rules: SwapRules };

/** One of the two of a swap answers, or takes back what they asked. */
@Injectable()
export class AnswerSwap {
  constructor(
    private readonly transactions: Transactions,
    private readonly members: OpenMember,
    private readonly situations: ReadSituation,
    private readonly swaps: SwapsRepository,
    private readonly carryOut: CarryOutSwap,
    private readonly lapse: LapseSwaps,
    private readonly mails: SwapMails,
  ) {}

  /**
   * Decided under the exhibition's lock: of several at once, one comes first, and the others find what it made. Said once more,
   * it changes nothing.
   *
   * @throws Problem 404; 409 `exhibition-over`
   */
  run(who: Who, swapId: string, answer: SwapAnswer, correlationId: string): Promise<SwapAnswered> {
    return this.transactions.run(async (manager) => {
      const { row, exhibition } = await this.members.underLock(manager, who);
      const found = await this.swaps.one(exhibition.id, swapId, manager, row.id);
      if ((answer === 'withdraw') !== (found.askerId === row.id)) throw noSuchSwap();
      const situation = await this.situations.of(exhibition.id, manager);
      const { now } = situation;
      if (lapseOf(found, await this.lapse.around(manager, exhibition.id, [found], now)) !== null) {
        await this.lapse.run(manager, exhibition, { now, correlationId });
        return { outcome: 'ended', status: 'lapsed' };
      }
      const step = swapStep(found.status, answer, exhibition.swapsNeedApproval);
      if (step === 'already') return { outcome: 'said' };
      if (step === 'not-possible') return { outcome: 'ended', status: found.status };
      if (answer !== 'accept') {
        await this.end(manager, exhibition, found, step.to, { now, correlationId });
        return { outcome: 'said' };
      }
      const rules = judgeSwap(situation, exchangeOf(found));
      if (!isAllowed(rules)) return { outcome: 'cannot', rules };
      mustBeSettled(situation.open, found);
      const answeredAt = dateOf(now);
      if (step.to === 'agreed') {
        await this.swaps.put(manager, found, 'agreed', { answeredAt });
        const agreed: Swap = { ...found, status: 'agreed' };
        await this.mails.told(manager, exhibition, agreed, ['asker'], correlationId);
        await this.mails.toApprove(manager, exhibition, agreed, correlationId);
      } else {
        const end = { answeredAt, endedAt: answeredAt };
        await this.carryOut.run(manager, exhibition, found, situation, {
          now,
          correlationId,
          actor: null,
          end,
        });
      }
      return { outcome: 'said' };
    });
  }

  /** Tells the one who did not say it. */
  private async end(
    manager: EntityManager,
    exhibition: Exhibition,
    swap: Swap,
    status: SwapStatus,
    { now, correlationId }: Pick<Changing, 'now' | 'correlationId'>,
  ): Promise<void> {
    const at = dateOf(now);
    const isAnswer = status === 'declined';
    await this.swaps.put(manager, swap, status, { endedAt: at, ...(isAnswer && { answeredAt: at }) });
    const reader = isAnswer ? 'asker' : 'other';
    await this.mails.told(manager, exhibition, { ...swap, status }, [reader], correlationId);
  }
}

/** @throws Problem 409 `being-changed` where staff have changed one of the shifts and not told anybody yet */
export function mustBeSettled(open: readonly { readonly id: string }[], { given, taken }: Swap): void {
  const ids = [given, ...(taken === null ? [] : [taken])].map(({ assignmentId }) => assignmentId);
  if (!ids.every((id) => open.some((one) => one.id === id))) throw beingChanged();
}

const beingChanged = (): Problem =>
  conflict(
    'being-changed',
    'One of these shifts is about to change, so nothing can be swapped at the moment. Look again once it is settled.',
  );
