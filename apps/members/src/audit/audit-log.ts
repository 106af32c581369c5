import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '#platform';
import type { Act } from './domain/acts.js';
import { AuditEntryRow } from './audit-entry.entity.js';

/** What is recorded of an act. */
export interface Audited {
  readonly act: Act;
  /** `null` for the command line. */
  readonly actor: Actor | null;
  /** The person or organisation that it is done to. */
  readonly subject?: { readonly id: string; readonly name: string } | null;
  /** What else tells it from others of its kind; no secrets, and no more of people than is needed. */
  readonly details?: Readonly<Record<string, string | number | boolean | null>>;
}

/** Records security-relevant acts, each in the transaction of the act itself: neither is there without the other. */
@Injectable()
export class AuditLog {
  async record(manager: EntityManager, { act, actor, subject, details }: Audited): Promise<void> {
    const identity = actor?.identity;
    const actsFor = identity?.actor ?? null;
    await manager.insert(AuditEntryRow, {
      id: uuidv7(),
      at: new Date(),
      act,
      actorId: actsFor?.personId ?? identity?.personId ?? null,
      actorName: actsFor?.name ?? identity?.name ?? 'Command line',
      onBehalfOfId: actsFor ? (identity?.personId ?? null) : null,
      subjectId: subject?.id ?? null,
      subjectName: subject?.name ?? null,
      requestId: actor?.requestId ?? null,
      details: { ...details },
    });
  }
}
