import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { dateOf, Transactions, visitor } from '#platform';
import { AuditLog } from '../audit/audit-log.js';
import { hashOf, newSecret } from '../secrets.js';
import { CLOCK, type Clock } from '../tokens.js';
import type { Browser } from './browser.js';
import { typedCode, wrongCodesAllowed } from './domain/code.js';
import { FinishSignIn, type SignedIn } from './finish-sign-in.js';
import { Marks } from './marks.js';
import { organisationAt } from './organisation-at.js';
import { SignInRequestRow } from './sign-in-request.entity.js';
import { SignInRequests, stateOf } from './sign-in-requests.js';

/** How somebody presses the button on a link's page. */
export interface Press {
  readonly token: string;
  readonly browser: Browser;
  /** As it was typed; only asked of another browser than the one that asked. */
  readonly code: string;
  /** Where to sign in: on this device, or on the one where it was asked. */
  readonly where: 'here' | 'there';
  readonly requestId: string;
}

/**
 * `own-record`: nobody has the address, but its owner may make a record; the secret is for the browser's cookie. `there`:
 * the other device goes on by itself. `over`: the link is used, too old, or has had too many wrong codes.
 */
export type Pressed =
  | SignedIn
  | { readonly kind: 'own-record'; readonly browserSecret: string }
  | { readonly kind: 'there' }
  | { readonly kind: 'wrong-code'; readonly left: number }
  | { readonly kind: 'over' };

/** Uses a link. It can be used once, in the browser that asked or with the code that is shown there. */
@Injectable()
export class PressLink {
  constructor(
    private readonly transactions: Transactions,
    private readonly requests: SignInRequests,
    private readonly marks: Marks,
    private readonly finish: FinishSignIn,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(press: Press): Promise<Pressed> {
    return this.transactions.run(async (manager) => {
      const request = await this.requests.byLink(press.token, manager);
      if (!request || stateOf(request, this.clock()) !== 'waiting') return { kind: 'over' };
      const isAsker = isAskedBy(request, press.browser);
      const isBound = request.browserHash !== null;
      if (isBound && !isAsker && !this.isRightCode(request, press.code)) {
        return this.countWrongCode(manager, request, press.requestId);
      }
      const secret = isAsker ? null : newSecret();
      const isThere = isBound && !isAsker && press.where === 'there';
      const letIn = secret === null || isThere ? request.browserHash : hashOf(secret);
      await manager.update(
        SignInRequestRow,
        { id: request.id },
        { approvedAt: dateOf(this.clock()), approvedBrowserHash: letIn },
      );
      if (isThere) return { kind: 'there' };
      const signedIn = await this.finish.within(manager, request, press.browser, press.requestId);
      if (signedIn) return signedIn;
      if (!(await organisationAt(manager, request.address))) return { kind: 'over' };
      return { kind: 'own-record', browserSecret: secret ?? press.browser.askingSecret ?? '' };
    });
  }

  private isRightCode({ id, codeHash }: SignInRequestRow, code: string): boolean {
    return codeHash === this.marks.ofCode(id, typedCode(code));
  }

  private async countWrongCode(
    manager: EntityManager,
    { id, wrongCodes }: SignInRequestRow,
    requestId: string,
  ): Promise<Pressed> {
    await manager.update(SignInRequestRow, { id }, { wrongCodes: wrongCodes + 1 });
    const left = wrongCodesAllowed - wrongCodes - 1;
    if (left > 0) return { kind: 'wrong-code', left };
    const details = { why: 'too many wrong codes' };
    await this.audit.record(manager, {
      act: 'sign-in-refused',
      actor: { identity: visitor, requestId },
      details,
    });
    return { kind: 'over' };
  }
}

/** Whether it is the very browser that asked. */
export function isAskedBy({ browserHash }: SignInRequestRow, { askingSecret }: Browser): boolean {
  return browserHash !== null && askingSecret !== null && hashOf(askingSecret) === browserHash;
}
