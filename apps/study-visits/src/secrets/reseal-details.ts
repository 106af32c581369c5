import { Inject, Injectable } from '@nestjs/common';
import { Transactions, type Log } from '#platform';
import type { VisitSettings } from '../settings.js';
import { LOG, SETTINGS } from '../tokens.js';
import { CannotOpen, open, seal } from './domain/seal.js';

/** So many rows are locked at a time, so that whoever changes one does not wait for long. */
const atOnce = 100;

interface OlderRow {
  readonly kind: 'application' | 'traveller';
  readonly id: string;
  readonly field: string;
  readonly keyId: string;
  readonly sealed: Buffer;
}

/** What was found. */
export interface Resealed {
  readonly resealed: number;
  /** Rows that stay as they are: their key is not here, or they were changed. */
  readonly left: number;
}

/** Seals with the first key what older ones sealed, so that those can be given up. */
@Injectable()
export class ResealDetails {
  constructor(
    private readonly transactions: Transactions,
    @Inject(SETTINGS) private readonly settings: Pick<VisitSettings, 'SENSITIVE_KEYS'>,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** Rows that somebody is changing are left to the next time: the change itself seals with the first key. */
  async run(signal?: AbortSignal): Promise<Resealed> {
    let [resealed, left, after] = [0, 0, ['', '00000000-0000-0000-0000-000000000000', '']];
    for (;;) {
      signal?.throwIfAborted();
      const part = await this.part(after);
      resealed += part.resealed;
      left += part.seen.length - part.resealed;
      const last = part.seen.at(-1);
      if (last === undefined) break;
      after = [last.kind, last.id, last.field];
    }
    if (left > 0)
      this.log.error(
        { resealed, left },
        'sensitive details are sealed with a key that is not here, or changed',
      );
    else if (resealed > 0) this.log.info({ resealed }, 'sensitive details sealed with the first key');
    return { resealed, left };
  }

  private part(
    after: readonly string[],
  ): Promise<{ readonly seen: readonly OlderRow[]; readonly resealed: number }> {
    const keys = this.settings.SENSITIVE_KEYS;
    return this.transactions.run(async (manager) => {
      const seen: OlderRow[] = await manager.query(
        `SELECT subject_kind AS kind, subject_id AS id, field, key_id AS "keyId", sealed FROM sensitive_details
         WHERE key_id <> $1 AND (subject_kind, subject_id, field) > ($2, $3::uuid, $4)
         ORDER BY subject_kind, subject_id, field LIMIT $5 FOR UPDATE SKIP LOCKED`,
        [keys[0].id, ...after, atOnce],
      );
      let resealed = 0;
      for (const { kind, id, field, keyId, sealed } of seen) {
        const place = { kind, id, field };
        try {
          const again = seal(keys, place, open(keys, place, { keyId, bytes: sealed }));
          await manager.query(
            'UPDATE sensitive_details SET key_id = $4, sealed = $5 WHERE subject_kind = $1 AND subject_id = $2 AND field = $3',
            [kind, id, field, again.keyId, again.bytes],
          );
          resealed += 1;
        } catch (error) {
          if (!(error instanceof CannotOpen)) throw error;
        }
      }
      return { seen, resealed };
    });
  }
}
