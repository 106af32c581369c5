import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { mailKindNames, type MailKindName } from '#contracts';
import { Transactions } from '#platform';
import { isOptional } from '../mails/domain/fate.js';
import { lockPeopleForReading } from '../people/people-lock.js';
import type { Subscription } from './domain/unsubscribe-token.js';
import type { SwitchedOffRow } from './switched-off.entity.js';

/** The kinds that people may switch off. */
export const optionalKinds: readonly MailKindName[] = mailKindNames.filter(isOptional);

/** What a person has chosen. */
export interface Choices {
  /** Where their mail goes; `null`: nowhere, or `members` has not told yet. */
  readonly address: string | null;
  readonly off: ReadonlySet<MailKindName>;
}

/** `erased`: nothing is kept of the person, and nothing is sent. */
export type SubscriptionState = 'on' | 'off' | 'erased';

/** The record that stands for the person now; `null` once they have been erased. */
const standsFor = `
  SELECT CASE WHEN NOT EXISTS (SELECT FROM erased_people e WHERE e.id IN ($1, p.merged_into))
    THEN coalesce(p.merged_into, $1) END AS id
  FROM (VALUES (1)) AS one LEFT JOIN people p ON p.id = $1`;

/** Which kinds of mail people want. Nothing is stored of those who want all. */
@Injectable()
export class Preferences {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
  ) {}

  async of(personId: string): Promise<Choices> {
    const [row] = await this.dataSource.query<{ address: string | null; off: MailKindName[] | null }[]>(
      `WITH me AS (${standsFor})
       SELECT (SELECT address FROM people WHERE id = me.id) AS address,
         (SELECT array_agg(kind) FROM switched_off WHERE person_id = me.id) AS off
       FROM me`,
      [personId],
    );
    return { address: row?.address ?? null, off: new Set(row?.off ?? []) };
  }

  /** Keeps which optional kinds the person wants; the others are switched off. */
  async choose(personId: string, wanted: ReadonlySet<string>): Promise<void> {
    await this.transactions.run(async (manager) => {
      const id = await lockedRecord(manager, personId);
      if (id === null) return;
      const off = optionalKinds.filter((kind) => !wanted.has(kind));
      await switchOn(
        manager,
        id,
        optionalKinds.filter((kind) => wanted.has(kind)),
      );
      await switchOff(manager, id, off, 'page');
    });
  }

  async stateOf({ personId, kind }: Subscription): Promise<SubscriptionState> {
    const [row] = await this.dataSource.query<{ id: string | null; isOff: boolean }[]>(
      `WITH me AS (${standsFor})
       SELECT id, EXISTS (SELECT FROM switched_off WHERE person_id = me.id AND kind = $2) AS "isOff" FROM me`,
      [personId, kind],
    );
    if (!row || row.id === null) return 'erased';
    return row.isOff ? 'off' : 'on';
  }

  async stop({ personId, kind }: Subscription, how: SwitchedOffRow['how']): Promise<void> {
    await this.transactions.run(async (manager) => {
      const id = await lockedRecord(manager, personId);
      if (id !== null) await switchOff(manager, id, [kind], how);
    });
  }

  async resume({ personId, kind }: Subscription): Promise<void> {
    await this.transactions.run(async (manager) => {
      const id = await lockedRecord(manager, personId);
      if (id !== null) await switchOn(manager, id, [kind]);
    });
  }
}

/** Nobody is merged or erased meanwhile. */
async function lockedRecord(manager: EntityManager, personId: string): Promise<string | null> {
  await lockPeopleForReading(manager);
  const [row] = await manager.query<{ id: string | null }[]>(standsFor, [personId]);
  return row?.id ?? null;
}

async function switchOff(
  manager: EntityManager,
  personId: string,
  kinds: readonly MailKindName[],
  how: SwitchedOffRow['how'],
): Promise<void> {
  await manager.query(
    `INSERT INTO switched_off (person_id, kind, how) SELECT $1, kind, $3 FROM unnest($2::text[]) AS kind
     ON CONFLICT (person_id, kind) DO NOTHING`,
    [personId, kinds, how],
  );
}

async function switchOn(
  manager: EntityManager,
  personId: string,
  kinds: readonly MailKindName[],
): Promise<void> {
  await manager.query('DELETE FROM switched_off WHERE person_id = $1 AND kind = ANY ($2)', [personId, kinds]);
}
