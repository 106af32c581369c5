import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Temporal } from 'temporal-polyfill';
import type { DataSource, EntityManager } from 'typeorm';
import { homeZone } from '#checks';
import { lockPeopleForChanges } from '#people';
import type { Schedule } from '#messaging';
import { dateOf, Transactions, type Log } from '#platform';
import { CLOCK, LOG, type Clock } from '../tokens.js';

/** What stands for a name that is kept no longer. */
export const forgottenName = 'No longer kept';

/** How long each thing is kept. */
export const keptFor = {
  /** Drafts that were never submitted, after applications closed or the visit was over: days. */
  drafts: 30,
  /** What somebody withdrew, after that: days. */
  withdrawn: 30,
  /** Applications, after the visit's last day: months. Whoever travelled is kept as a traveller. */
  applications: 12,
  /** From which network a draft was begun: days. */
  network: 7,
} as const;

/**
 * Forgets each day applications that are needed no more: drafts that were never submitted a month after applications closed,
 * what was withdrawn a month after that, and all others a year after the visit. What was submitted stays as a line without a
 * name, under its code, so that a draw can still be repeated.
 */
@Injectable()
export class ForgetApplications implements Schedule {
  readonly name = 'forget-applications';
  readonly every = { dailyAt: '03:45', zone: homeZone };

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  async run(_dueAt: Temporal.Instant, stopping: AbortSignal): Promise<void> {
    const now = this.clock();
    const today = now.toZonedDateTimeISO(homeZone).toPlainDate();
    const ago = (days: number) => dateOf(now.subtract({ hours: days * 24 }));
    await this.dataSource.query(
      'UPDATE applications SET begun_from = NULL WHERE begun_from IS NOT NULL AND started_at < $1',
      [ago(keptFor.network)],
    );
    const forgotten = { drafts: 0, withdrawn: 0, applications: 0 };
    for (const visitId of await this.visits()) {
      stopping.throwIfAborted();
      await this.transactions.run(async (manager) => {
        await lockPeopleForChanges(manager);
        await manager.query('SELECT lock_visit($1)', [visitId]);
        forgotten.drafts += await deleteDrafts(manager, visitId, {
          closed: ago(keptFor.drafts),
          over: today.subtract({ days: keptFor.drafts }).toString(),
        });
        forgotten.withdrawn += await blank(manager, `a.status = 'withdrawn' AND a.withdrawn_at < $2`, [
          visitId,
          ago(keptFor.withdrawn),
        ]);
        forgotten.applications += await blank(manager, 'v.last_day < $2', [
          visitId,
          today.subtract({ months: keptFor.applications }).toString(),
        ]);
      });
    }
    if (forgotten.drafts + forgotten.withdrawn + forgotten.applications > 0) {
      this.log.info({ forgotten }, 'applications for visits forgotten');
    }
  }

  /** Those with applications that name somebody. */
  private async visits(): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      'SELECT DISTINCT visit_id AS id FROM applications WHERE name <> $1 ORDER BY visit_id',
      [forgottenName],
    );
    return rows.map(({ id }) => id);
  }
}

async function deleteDrafts(
  manager: EntityManager,
  visitId: string,
  { closed, over }: { readonly closed: Date; readonly over: string },
): Promise<number> {
  const rows: { id: string }[] = await manager.query(
    `SELECT a.id FROM applications a JOIN visits v ON v.id = a.visit_id
     WHERE a.visit_id = $1 AND a.status = 'draft' AND (v.applications_close_at < $2 OR v.last_day < $3) FOR UPDATE OF a`,
    [visitId, closed, over],
  );
  const ids = rows.map(({ id }) => id);
  await forgetNeeds(manager, ids);
  await manager.query('DELETE FROM applications WHERE id = ANY($1)', [ids]);
  return ids.length;
}

/** Takes out of applications who it was and what they wrote. @param values the visit first */
async function blank(manager: EntityManager, where: string, values: readonly unknown[]): Promise<number> {
  const rows: { id: string }[] = await manager.query(
    `SELECT a.id FROM applications a JOIN visits v ON v.id = a.visit_id
     WHERE a.visit_id = $1 AND a.name <> $3 AND ${where} FOR UPDATE OF a`,
    [...values, forgottenName],
  );
  const ids = rows.map(({ id }) => id);
  await forgetNeeds(manager, ids);
  await manager.query('DELETE FROM application_references WHERE application_id = ANY($1)', [ids]);
  await manager.query(
    `UPDATE applications SET person_id = NULL, name = $2, email = NULL, phone = NULL, job_title = NULL, answers = '{}',
       applied_by = NULL, applied_by_name = NULL, begun_from = NULL,
       secret_hash = sha256(gen_random_uuid()::text::bytea), version = version + 1 WHERE id = ANY($1)`,
    [ids, forgottenName],
  );
  return ids.length;
}

const forgetNeeds = (manager: EntityManager, ids: readonly string[]): Promise<unknown> =>
  manager.query(`DELETE FROM sensitive_details WHERE subject_kind = 'application' AND subject_id = ANY($1)`, [
    ids,
  ]);
