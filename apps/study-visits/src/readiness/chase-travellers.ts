import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { In, MoreThanOrEqual, type DataSource } from 'typeorm';
import { homeZone } from '#checks';
import { lockPeopleForChanges } from '#people';
import { instantOf, Transactions } from '#platform';
import { CLOCK, type Clock } from '../tokens.js';
import { TravellerRow } from '../travellers/traveller.entity.js';
import { VisitRow } from '../visits/visit.entity.js';
import { visitOf } from '../visits/visit-of.js';
import { stepDue } from './domain/chasing.js';
import { ReadReadiness } from './read-readiness.js';
import { KeepReadinessSettings } from './readiness-settings.js';
import { ReadinessChaseRow } from './readiness.entity.js';
import { WriteToTravellers } from './write-to-travellers.js';

/** Writes to travellers of whom something is missing, by the steps of their visit. */
@Injectable()
export class ChaseTravellers {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly readiness: ReadReadiness,
    private readonly settings: KeepReadinessSettings,
    private readonly write: WriteToTravellers,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** However often and in however many processes it runs, each step is sent to each traveller once. @returns how many were */
  async run(correlationId: string, signal?: AbortSignal): Promise<number> {
    const today = this.clock().toZonedDateTimeISO(homeZone).toPlainDate().toString();
    const visits = await this.dataSource.manager.find(VisitRow, {
      where: { status: In(['announced', 'confirmed']), firstDay: MoreThanOrEqual(today) },
      order: { firstDay: 'ASC', id: 'ASC' },
    });
    let sent = 0;
    for (const { id } of visits) {
      signal?.throwIfAborted();
      sent += await this.visit(id, today, correlationId);
    }
    return sent;
  }

  private visit(visitId: string, today: string, correlationId: string): Promise<number> {
    return this.transactions.run(async (manager) => {
      await lockPeopleForChanges(manager);
      const row = await manager.findOneBy(VisitRow, { id: visitId });
      const { chaseDays, isChasing } = await this.settings.of(manager, visitId);
      if (row === null || !isChasing) return 0;
      const visit = visitOf(row);
      const ready = await this.readiness.of(visit, manager);
      const confirmed = await manager.findBy(TravellerRow, { visitId });
      const chases = await manager.findBy(ReadinessChaseRow, { visitId });
      let sent = 0;
      for (const { traveller, marks } of ready) {
        const open = this.readiness.openForTraveller(marks);
        const confirmedAt = confirmed.find(({ id }) => id === traveller.id)?.confirmedAt;
        if (traveller.email === null || confirmedAt === undefined) continue;
        const step = stepDue({
          today,
          firstDay: visit.firstDay,
          steps: chaseDays,
          confirmedOn: dayOf(confirmedAt),
          sent: chases
            .filter(({ travellerId }) => travellerId === traveller.id)
            .map((chase) => ({ step: chase.step, on: chase.sentOn })),
          isOpen: open.length > 0,
        });
        if (step === null) continue;
        // Another process that is at the same waits here, and finds the row.
        const claimed: unknown[] = await manager.query(
          `INSERT INTO readiness_chases (traveller_id, step, visit_id, items, sent_on) VALUES ($1, $2, $3, $4, $5)
           ON CONFLICT (traveller_id, step) DO NOTHING RETURNING step`,
          [traveller.id, step, visitId, open.map(({ item }) => item), today],
        );
        if (claimed.length === 0) continue;
        await this.write.stillMissing(manager, visit, traveller, open, correlationId);
        sent += 1;
      }
      return sent;
    });
  }
}

const dayOf = (at: Date): string => instantOf(at).toZonedDateTimeISO(homeZone).toPlainDate().toString();
