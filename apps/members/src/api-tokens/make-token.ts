import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { conflict, Transactions, valueOf, type Actor } from '#platform';
import type { Themselves } from '../account/themselves.js';
import { AuditLog } from '../audit/audit-log.js';
import { CLOCK, type Clock } from '../tokens.js';
import { ApiTokens } from './api-tokens.js';
import { checkToken, mostTokens, type CheckedToken, type TokenInput } from './domain/new-token.js';
import { scopeInWords } from './domain/scope.js';

/** Whose token it is to be. */
interface Owner {
  readonly id: string;
  readonly name: string;
}

/** Makes API tokens. What they may do is what their person may at the time, within their scope. */
@Injectable()
export class MakeToken {
  constructor(
    private readonly transactions: Transactions,
    private readonly apiTokens: ApiTokens,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @returns the token itself, to be shown once
   * @throws Problem 422 with every field that needs attention; 409 when the person has too many already
   */
  async run(actor: Actor & { readonly identity: Themselves }, input: TokenInput): Promise<string> {
    const checked = valueOf(checkToken(input));
    const { personId: id, name } = actor.identity;
    return this.transactions.run((manager) => this.make(manager, actor, { id, name }, checked));
  }

  /**
   * Makes one within a transaction of the command line's.
   *
   * @throws Problem 409 when the person has too many already
   */
  async byCommand(manager: EntityManager, owner: Owner, checked: CheckedToken): Promise<string> {
    return this.make(manager, null, owner, checked);
  }

  private async make(
    manager: EntityManager,
    actor: Actor | null,
    owner: Owner,
    { name, scopes, days }: CheckedToken,
  ): Promise<string> {
    const now = this.clock();
    if ((await this.apiTokens.countOf(manager, owner.id, now)) >= mostTokens) {
      throw conflict(
        'too-many-tokens',
        `There are ${mostTokens} API tokens already. Revoke one that is no longer used, then make this one.`,
      );
    }
    const expiresAt = now.add({ hours: 24 * days });
    const made = await this.apiTokens.make(manager, { personId: owner.id, name, scopes, expiresAt }, now);
    await this.audit.record(manager, {
      act: 'token-made',
      actor,
      subject: owner,
      details: { token: made.id, scopes: scopes.map(scopeInWords).join('; '), days },
    });
    return made.token;
  }
}
