import { Inject, Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { v7 as uuidv7 } from 'uuid';
import { Outbox } from '#messaging';
import { dateOf, Transactions } from '#platform';
import { hashOf, newSecret } from '../secrets.js';
import { CLOCK, type Clock } from '../tokens.js';
import type { Browser } from './browser.js';
import { codeOf } from './domain/code.js';
import { linkLife } from './domain/request-state.js';
import { Marks } from './marks.js';
import { MayAskToSignIn } from './may-ask.js';
import { SignInRequestRow } from './sign-in-request.entity.js';

/** What somebody asks with. */
export interface AskingToSignIn {
  /** In lower case, checked. */
  readonly address: string;
  readonly returnPath: string;
  readonly browser: Browser;
  readonly requestId: string;
}

/** `asked`: the secret is for the browser's cookie; `refused`: too much was asked from there. */
export type AskedToSignIn =
  | { readonly kind: 'asked'; readonly browserSecret: string }
  | { readonly kind: 'refused'; readonly until: Temporal.Instant };

/** What a browser says of itself is cut to so many characters. */
const longestUserAgent = 300;

/**
 * Notes that somebody wants to sign in. Whether the address is known, and so whether a mail goes out, is looked up when the
 * message is handled: until then the same is done for every address, in the same time.
 */
@Injectable()
export class AskToSignIn {
  constructor(
    private readonly transactions: Transactions,
    private readonly mayAsk: MayAskToSignIn,
    private readonly marks: Marks,
    private readonly outbox: Outbox,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run({ address, returnPath, browser, requestId }: AskingToSignIn): Promise<AskedToSignIn> {
    const now = this.clock();
    const isKnownBrowser = browser.knownMark === this.marks.ofKnownBrowser(address);
    return this.transactions.run(async (manager) => {
      const asking = { address, network: browser.network, isKnownBrowser };
      const verdict = await this.mayAsk.judge(manager, asking, now);
      if (verdict.kind === 'refused') return verdict;
      const [id, browserSecret] = [uuidv7(), newSecret()];
      await manager.insert(SignInRequestRow, {
        id,
        address,
        browserHash: hashOf(browserSecret),
        codeHash: this.marks.ofCode(id, codeOf(browserSecret)),
        returnPath,
        userAgent: browser.userAgent?.slice(0, longestUserAgent) ?? null,
        network: browser.network.words,
        maySend: verdict.kind === 'mail',
        wrongCodes: 0,
        askedAt: dateOf(now),
        expiresAt: dateOf(now.add(linkLife)),
      });
      await this.outbox.add(manager, {
        type: 'members.sign-in-asked.v1',
        aggregate: { id, version: 1 },
        correlationId: requestId,
        payload: { signInId: id },
      });
      return { kind: 'asked', browserSecret };
    });
  }
}
