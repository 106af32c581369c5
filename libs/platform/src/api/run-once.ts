import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Transactions } from '../database/transactions.js';
import type { Actor } from '../identity/actor.js';

/** See Other (RFC 9110 §15.4.4): what a form that was dealt with is answered by. */
const seeOther = 303;

/**
 * Makes a second press of a form's button, or the form sent again, lead to what the first one made. It uses the table of
 * the API's idempotency keys: the key is the form's own token and everything in it, so that a form that was gone back to
 * and changed makes something new.
 */
@Injectable()
export class RunOnce {
  constructor(private readonly transactions: Transactions) {}

  /**
   * @param token made with the form; what it is does not matter as long as no other form has it
   * @param make makes something within the transaction; it is not called the second time
   * @param values everything in the form
   * @returns what the thing made is called in addresses, whether made now or before
   */
  async run(
    actor: Actor,
    token: string,
    values: Readonly<Record<string, unknown>>,
    make: (manager: EntityManager) => Promise<string>,
  ): Promise<string> {
    const credential = actor.identity.personId ?? '';
    const hash = createHash('sha256')
      .update(JSON.stringify([token, values]))
      .digest('base64url');
    const key = `form:${hash}`;
    return this.transactions.run(async (manager) => {
      // A press while the first one is still at work waits here for it to end.
      const claimed: unknown[] = await manager.query(
        `INSERT INTO idempotency_keys (credential, key, request_hash) VALUES ($1, $2, $3)
         ON CONFLICT (credential, key) DO NOTHING RETURNING key`,
        [credential, key, hash],
      );
      if (claimed.length === 0) {
        const [made] = await manager.query<{ ref: string }[]>(
          `SELECT body ->> 'ref' AS ref FROM idempotency_keys WHERE credential = $1 AND key = $2`,
          [credential, key],
        );
        if (made) return made.ref;
      }
      const ref = await make(manager);
      await manager.query(
        'UPDATE idempotency_keys SET status = $3, body = $4 WHERE credential = $1 AND key = $2',
        [credential, key, seeOther, JSON.stringify({ ref })],
      );
      return ref;
    });
  }
}
