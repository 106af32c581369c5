import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import type { Network } from '#checks';
import { Limits } from '../limits/limits.js';
import {
  addressLimit,
  knownBrowserLimit,
  networkLimits,
  pairLimit,
  sparingLimit,
  type AskingLimit,
} from './domain/asking-limits.js';

/** Who asks, for which address. */
export interface Asking {
  readonly address: string;
  readonly network: Network;
  /** Whether the browser has signed in to the address before. */
  readonly isKnownBrowser: boolean;
}

/** `refused`: until when; `quiet`: the same answer as always, and no mail. */
export type MayAsk =
  | { readonly kind: 'mail' }
  | { readonly kind: 'quiet' }
  | { readonly kind: 'refused'; readonly until: Temporal.Instant };

/** Counts asks, and says whether one may go on. It does the same for every address, known or unknown. */
@Injectable()
export class MayAskToSignIn {
  constructor(private readonly limits: Limits) {}

  async judge(manager: EntityManager, asking: Asking, now: Temporal.Instant): Promise<MayAsk> {
    const { address, network, isKnownBrowser } = asking;
    const isWithin = async (limit: AskingLimit) =>
      (await this.limits.count(manager, limit, now)).count <= limit.most;
    // Asked first, as it depends on nobody else: whoever else uses the network cannot use this up.
    if (isKnownBrowser && (await isWithin(knownBrowserLimit(address)))) return { kind: 'mail' };
    for (const limit of networkLimits(network)) {
      const { count, endsAt } = await this.limits.count(manager, limit, now);
      if (count > limit.most) return { kind: 'refused', until: endsAt };
    }
    if (!(await isWithin(pairLimit(address, network)))) return { kind: 'quiet' };
    if (await isWithin(addressLimit(address))) return { kind: 'mail' };
    return { kind: (await isWithin(sparingLimit(address, network))) ? 'mail' : 'quiet' };
  }

  /** An ask that ended in a sign-in does not count against its network. */
  async giveBack(manager: EntityManager, network: Network): Promise<void> {
    for (const { of } of networkLimits(network)) await this.limits.giveBack(manager, of);
  }
}
