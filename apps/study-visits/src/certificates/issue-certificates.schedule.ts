import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Temporal } from 'temporal-polyfill';
import type { DataSource } from 'typeorm';
import type { Schedule } from '#messaging';
import { lockPeopleForChanges } from '#people';
import { Transactions } from '#platform';
import { IssueCertificates } from './issue-certificates.js';

/** Once a visit is over, those who travelled have their certificate. */
@Injectable()
export class IssueDueCertificates implements Schedule {
  readonly name = 'issue-certificates';
  readonly every = 60_000;

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly issue: IssueCertificates,
  ) {}

  async run(_dueAt: Temporal.Instant, stopping: AbortSignal): Promise<void> {
    // Whoever was forgotten since then has none, and gets none.
    const due: { id: string }[] = await this.dataSource.query(
      `SELECT v.id FROM visits v WHERE v.status = 'over' AND EXISTS (
         SELECT FROM travellers t WHERE t.visit_id = v.id AND t.status = 'confirmed' AND t.email IS NOT NULL
           AND NOT EXISTS (SELECT FROM visit_certificates c WHERE c.traveller_id = t.id))
       ORDER BY v.last_day, v.id`,
    );
    for (const { id } of due) {
      stopping.throwIfAborted();
      await this.transactions.run(async (manager) => {
        await lockPeopleForChanges(manager);
        return this.issue.run(manager, id);
      });
    }
  }
}
