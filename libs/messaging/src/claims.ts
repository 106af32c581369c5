import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { AppName } from '#contracts';

/** For how long a relay may deliver what it has claimed before another may, in seconds. */
export const leaseSeconds = 30;

/** A message that this relay alone may deliver, for as long as its lease lasts. */
export interface ClaimedRow {
  readonly id: string;
  readonly type: string;
  readonly aggregateId: string;
  readonly aggregateVersion: number;
  readonly correlationId: string;
  readonly at: Date;
  readonly payload: unknown;
  readonly consumers: AppName[];
}

export interface Claim {
  /** Fences: whoever claims the rows later has another one, and then this one is good for nothing. */
  readonly token: string;
  /** In the order of delivery. */
  readonly rows: readonly ClaimedRow[];
}

/** What the claims of one app's relays on its outbox are made of. Relays of several replicas may run side by side. */
export class Claims {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Claims messages that wait, the oldest first, and none about an aggregate of which another claim holds some: so no two
   * relays ever deliver messages about the same aggregate at once, and they are delivered in their order. Claims are made
   * one after the other; that takes a millisecond, and then they are worked off side by side.
   *
   * @param most how many
   */
  async claim(most: number): Promise<Claim> {
    const token = randomUUID();
    const rows = await this.dataSource.query<ClaimedRow[]>(
      `SELECT id, type, aggregate_id AS "aggregateId", aggregate_version AS "aggregateVersion",
         correlation_id AS "correlationId", at, payload, consumers
       FROM claim_outbox($1, $2, $3) ORDER BY position`,
      [token, most, leaseSeconds],
    );
    return { token, rows };
  }

  /**
   * Notes that the rows of a claim are in the queues.
   *
   * @param identity that of the queues, as it was last settled on before the rows were put there; when the outbox has
   *   settled on others since, nobody knows whether the rows are in those, and nothing is noted
   * @returns how many were still this claim's
   */
  async delivered({ token, rows }: Claim, identity: string): Promise<number> {
    const [, count] = await this.dataSource.query<[unknown, number]>(
      `WITH target AS (SELECT FROM outbox_target WHERE identity = $3 FOR KEY SHARE)
       UPDATE outbox SET delivered_at = now(), claim = NULL, leased_until = NULL
       WHERE claim = $1 AND id = ANY ($2) AND EXISTS (SELECT FROM target)`,
      [token, rows.map(({ id }) => id), identity],
    );
    return count;
  }

  /** Gives the rows of a claim back at once, rather than when its lease runs out. */
  async release({ token }: Claim): Promise<void> {
    await this.dataSource.query('UPDATE outbox SET claim = NULL, leased_until = NULL WHERE claim = $1', [
      token,
    ]);
  }

  /**
   * Has everything delivered once more when the queues are not those that it was delivered to; the inboxes leave out what
   * was handled already.
   *
   * @returns how many messages that were
   */
  async settleOn(identity: string): Promise<number> {
    return this.dataSource.transaction('READ COMMITTED', async (manager) => {
      const before = await manager.query<{ identity: string }[]>(
        'SELECT identity FROM outbox_target FOR UPDATE',
      );
      if (before[0]?.identity === identity) return 0;
      await manager.query(
        `INSERT INTO outbox_target (one, identity) VALUES (true, $1)
         ON CONFLICT (one) DO UPDATE SET identity = EXCLUDED.identity`,
        [identity],
      );
      if (before.length === 0) return 0;
      const [, count] = await manager.query<[unknown, number]>(
        'UPDATE outbox SET delivered_at = NULL WHERE delivered_at IS NOT NULL',
      );
      return count;
    });
  }
}
