import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { In, Not, type DataSource } from 'typeorm';
import { CLOCK, type Clock } from '../tokens.js';
import { ChangeStatus } from '../visits/change-status.js';
import { visitOf } from '../visits/visit-of.js';
import { VisitRow } from '../visits/visit.entity.js';
import { toDoOf, type ToDo, type VisitState } from './to-do-in-words.js';

type Counts = Omit<VisitState, 'visit' | 'missing'>;

const none: Counts = { submitted: 0, delegates: 0, risksToReview: 0 };

/** What needs doing about visits that are neither over nor cancelled, the next one first. */
@Injectable()
export class ReadToDo {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly status: ChangeStatus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async all(): Promise<readonly ToDo[]> {
    const rows = await this.dataSource.manager.find(VisitRow, {
      where: { status: Not(In(['over', 'cancelled'])) },
      order: { firstDay: 'ASC', id: 'ASC' },
    });
    const counts = await this.counts(rows.map(({ id }) => id));
    const toDo: ToDo[] = [];
    // A network has one or two before it, so that what is missing is looked for one by one.
    for (const visit of rows.map(visitOf)) {
      const state = { visit, missing: await this.status.missing(visit), ...(counts.get(visit.id) ?? none) };
      toDo.push(...toDoOf(state, this.clock()));
    }
    return toDo;
  }

  private async counts(ids: readonly string[]): Promise<ReadonlyMap<string, Counts>> {
    const rows: (Counts & { id: string })[] = await this.dataSource.query(
      `SELECT v.id,
         (SELECT count(*)::int FROM applications a WHERE a.visit_id = v.id AND a.status = 'submitted') AS submitted,
         (SELECT count(*)::int FROM travellers t
           WHERE t.visit_id = v.id AND t.status = 'confirmed' AND t.part = 'delegate') AS delegates,
         (SELECT count(*)::int FROM visit_risks r WHERE r.visit_id = v.id AND r.review_on <= $2) AS "risksToReview"
       FROM visits v WHERE v.id = ANY ($1)`,
      [ids, this.clock().toZonedDateTimeISO('UTC').toPlainDate().toString()],
    );
    return new Map(rows.map(({ id, ...counts }) => [id, counts]));
  }
}
