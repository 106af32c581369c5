import { Inject, Injectable } from '@nestjs/common';
import { Transactions } from '#platform';
import { CLOCK, type Clock } from '../tokens.js';
import type { Browser } from './browser.js';
import { FinishSignIn, type SignedIn } from './finish-sign-in.js';
import { SignInRequests } from './sign-in-requests.js';

/** `own-record`: they make a record first. `not-yet`: nobody has let this browser in. */
export type Continued = SignedIn | { readonly kind: 'own-record' } | { readonly kind: 'not-yet' };

/** Begins the session of a browser that was let in from another device. */
@Injectable()
export class ContinueSignIn {
  constructor(
    private readonly transactions: Transactions,
    private readonly requests: SignInRequests,
    private readonly finish: FinishSignIn,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(browser: Browser, requestId: string): Promise<Continued> {
    const { askingSecret } = browser;
    if (askingSecret === null) return { kind: 'not-yet' };
    return this.transactions.run(async (manager) => {
      const request = await this.requests.letIn(askingSecret, this.clock(), manager);
      if (!request) return { kind: 'not-yet' };
      return (await this.finish.within(manager, request, browser, requestId)) ?? { kind: 'own-record' };
    });
  }
}
