import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { contractOf } from '#contracts';
import { Outbox } from '#messaging';
import { conflict, dateOf, notFound, Transactions, type Actor } from '#platform';
import { AuditLog } from '../audit/audit-log.js';
import { GrantRow } from '../people/grant.entity.js';
import { PersonRow } from '../people/person.entity.js';
import { hashOf } from '../secrets.js';
import { Sessions } from '../sessions/sessions.js';
import { CLOCK, type Clock } from '../tokens.js';
import { erasedName } from './domain/traces.js';
import { ErasurePartRow } from './erasure-part.entity.js';
import { ErasureRow } from './erasure.entity.js';
import { forget } from './forget.js';

export interface Erasing {
  readonly personId: string;
  /** What the receipt's address is to end with; see `newSecret`. */
  readonly receipt: string;
  /** Who or what wanted it. */
  readonly wantedBy: 'themselves' | 'staff' | 'retention';
  readonly reason: string;
}

/** The message that tells every other service. */
const told = 'members.person-erased.v1';

/** Forgets a person: here at once, and in every other service as soon as it hears of it. It cannot be undone. */
@Injectable()
export class ErasePerson {
  constructor(
    private readonly transactions: Transactions,
    private readonly outbox: Outbox,
    private readonly audit: AuditLog,
    private readonly sessions: Sessions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @param actor `null` for the retention
   * @param correlationId of what caused it
   * @throws Problem 404 for nobody, or somebody who is erased already or merged into another
   * @throws Problem 409 while the person is staff or an admin
   */
  async run(actor: Actor | null, correlationId: string, erasing: Erasing): Promise<void> {
    await this.transactions.run(async (manager) => {
      const person = await manager.findOne(PersonRow, {
        where: { id: erasing.personId },
        lock: { mode: 'pessimistic_write' },
      });
      if (!person || person.erasedAt !== null || person.mergedInto !== null) {
        throw notFound('There is nobody here under this address.');
      }
      if (await manager.existsBy(GrantRow, { personId: person.id })) {
        throw conflict(
          'person-has-role',
          'Staff and admins cannot be erased while they have that role. Have an admin withdraw it first.',
        );
      }
      await this.erase(manager, actor, correlationId, erasing);
    });
  }

  private async erase(
    manager: EntityManager,
    actor: Actor | null,
    correlationId: string,
    erasing: Erasing,
  ): Promise<void> {
    const { personId: id, receipt, wantedBy, reason } = erasing;
    const people = [id, ...(await mergedInto(manager, id))];
    const now = this.clock();
    for (const each of people) await this.sessions.endAllOf(manager, each, 'erased', now);
    const stones = await forget(manager, people);
    const erasureId = uuidv7();
    await manager.insert(ErasureRow, {
      id: erasureId,
      personId: id,
      receiptHash: hashOf(receipt),
      askedAt: dateOf(now),
      byThemselves: wantedBy === 'themselves',
      reason,
    });
    await manager.insert(
      ErasurePartRow,
      contractOf(told).consumers.map((app) => ({ erasureId, app, doneAt: null, did: null })),
    );
    // After the names have gone, so that this entry has none either.
    await this.audit.record(manager, {
      act: 'person-erased',
      actor: wantedBy === 'themselves' && actor ? unnamed(actor) : actor,
      subject: { id, name: erasedName },
      details: { 'asked for by': wantedBy, reason },
    });
    for (const stone of stones) {
      await this.outbox.add(manager, {
        type: told,
        aggregate: stone,
        correlationId,
        payload: { id: stone.id, erasureId },
      });
    }
  }
}

/** Everybody whose record was merged into this one, at whatever remove. */
async function mergedInto(manager: EntityManager, id: string): Promise<string[]> {
  const rows: { id: string }[] = await manager.query(
    `WITH RECURSIVE merged AS (
       SELECT id FROM people WHERE merged_into = $1
       UNION SELECT p.id FROM people p JOIN merged m ON p.merged_into = m.id
     ) SELECT id FROM merged`,
    [id],
  );
  return rows.map((row) => row.id);
}

function unnamed(actor: Actor): Actor {
  return { ...actor, identity: { ...actor.identity, name: erasedName } };
}
