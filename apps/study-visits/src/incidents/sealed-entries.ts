import { Inject, Injectable } from '@nestjs/common';
import { conflict, Transactions, type Log } from '#platform';
import { CannotOpen, open, seal } from '../secrets/domain/seal.js';
import type { VisitSettings } from '../settings.js';
import { LOG, SETTINGS } from '../tokens.js';
import type { IncidentEntryRow } from './incident.entities.js';

type Sealed = Pick<IncidentEntryRow, 'id' | 'keyId' | 'sealed'>;

const placeOf = (id: string) => ({ kind: 'incident', id, field: 'entry' });

/** So many entries are sealed anew at a time. */
const atOnce = 100;

/** Seals what is written of incidents, each entry bound to its own row, and opens it. */
@Injectable()
export class SealedEntries {
  constructor(
    private readonly transactions: Transactions,
    @Inject(SETTINGS) private readonly settings: Pick<VisitSettings, 'SENSITIVE_KEYS'>,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** @param said what JSON can hold */
  seal(id: string, said: unknown): Pick<IncidentEntryRow, 'keyId' | 'sealed'> {
    const { keyId, bytes } = seal(this.settings.SENSITIVE_KEYS, placeOf(id), JSON.stringify(said));
    return { keyId, sealed: bytes };
  }

  /** @throws Problem 409 `cannot-be-opened` */
  open(entry: Sealed): unknown {
    const text = this.textOf(entry);
    if (text !== null) return JSON.parse(text) as unknown;
    throw conflict(
      'cannot-be-opened',
      'This was sealed with a key that is not in use here, or was changed since. It is not lost: tell whoever runs the site.',
    );
  }

  /** Seals with the first key what older ones sealed. What cannot be opened stays, and is told in the log. */
  async reseal(): Promise<void> {
    const [first] = this.settings.SENSITIVE_KEYS;
    let [after, resealed, left] = ['00000000-0000-0000-0000-000000000000', 0, 0];
    for (;;) {
      const last = await this.transactions.run(async (manager) => {
        const rows: Sealed[] = await manager.query(
          `SELECT id, key_id AS "keyId", sealed FROM incident_entries WHERE key_id <> $1 AND id > $2::uuid
           ORDER BY id LIMIT $3 FOR UPDATE SKIP LOCKED`,
          [first.id, after, atOnce],
        );
        for (const row of rows) {
          const text = this.textOf(row);
          if (text === null) {
            left += 1;
            continue;
          }
          const again = seal(this.settings.SENSITIVE_KEYS, placeOf(row.id), text);
          await manager.query('UPDATE incident_entries SET key_id = $2, sealed = $3 WHERE id = $1', [
            row.id,
            again.keyId,
            again.bytes,
          ]);
          resealed += 1;
        }
        return rows.at(-1)?.id ?? null;
      });
      if (last === null) break;
      after = last;
    }
    if (left > 0)
      this.log.error({ resealed, left }, 'incidents are sealed with a key that is not here, or changed');
    else if (resealed > 0) this.log.info({ resealed }, 'incidents sealed with the first key');
  }

  private textOf({ id, keyId, sealed }: Sealed): string | null {
    try {
      return open(this.settings.SENSITIVE_KEYS, placeOf(id), { keyId, bytes: sealed });
    } catch (error) {
      if (error instanceof CannotOpen) return null;
      throw error;
    }
  }
}
