import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import type { Traveller } from '../../travellers/domain/traveller.js';
import { travellerOf } from '../../travellers/traveller-of.js';
import { TravellerRow } from '../../travellers/traveller.entity.js';
import { MakingRow } from './making.entity.js';

/** Whoever is at it and has said nothing for so long is taken for dead, in seconds. */
const leaseSeconds = 20;

/** For how long files stay to be taken out, in days. */
export const filesKeptDays = 14;

/** How long it is known that there was one, in days. */
const keptDays = 90;

const isAbandoned = `status = 'running' AND seen_at < now() - make_interval(secs => ${leaseSeconds})`;

/** A making that somebody has taken up. */
export interface ClaimedMaking {
  readonly id: string;
  readonly visitId: string;
  /** The how-manieth time: whoever has an older claim changes nothing any more. */
  readonly attempt: number;
}

/** The rows of makings. */
@Injectable()
export class Makings {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** @returns whether it was written; not while another of the visit is open */
  async add(
    manager: EntityManager,
    making: Pick<MakingRow, 'id' | 'visitId' | 'askedBy' | 'askedAt' | 'total'>,
  ): Promise<boolean> {
    const rows: unknown[] = await manager.query(
      `INSERT INTO paper_makings (id, visit_id, asked_by, asked_at, status, total, done, attempts)
       VALUES ($1, $2, $3, $4, 'waiting', $5, 0, 0)
       ON CONFLICT (visit_id) WHERE finished_at IS NULL DO NOTHING RETURNING id`,
      [making.id, making.visitId, making.askedBy, making.askedAt, making.total],
    );
    return rows.length > 0;
  }

  one(visitId: string, id: string): Promise<MakingRow | null> {
    return this.dataSource.manager.findOneBy(MakingRow, { id, visitId });
  }

  last(visitId: string): Promise<MakingRow | null> {
    return this.dataSource.manager.findOne(MakingRow, {
      where: { visitId },
      order: { askedAt: 'DESC', id: 'DESC' },
    });
  }

  async cancel(visitId: string, id: string): Promise<void> {
    await this.dataSource.query(
      `UPDATE paper_makings SET status = 'cancelled', finished_at = now()
       WHERE id = $1 AND visit_id = $2 AND finished_at IS NULL`,
      [id, visitId],
    );
  }

  /** @returns `busy` while somebody else is at it, `over` where there is nothing to do */
  async claim(id: string): Promise<ClaimedMaking | 'busy' | 'over'> {
    const [rows]: [ClaimedMaking[], number] = await this.dataSource.query(
      `UPDATE paper_makings SET status = 'running', attempts = attempts + 1, seen_at = now()
       WHERE id = $1 AND (status = 'waiting' OR ${isAbandoned})
       RETURNING id, visit_id AS "visitId", attempts AS attempt`,
      [id],
    );
    if (rows[0]) return rows[0];
    const open: unknown[] = await this.dataSource.query(
      'SELECT 1 FROM paper_makings WHERE id = $1 AND finished_at IS NULL',
      [id],
    );
    return open.length > 0 ? 'busy' : 'over';
  }

  /** Says that somebody is still at it. @returns false when the claim is no longer good, or it was stopped */
  async seen(manager: EntityManager, { id, attempt }: ClaimedMaking, done?: number): Promise<boolean> {
    const [, count]: [unknown, number] = await manager.query(
      `UPDATE paper_makings SET seen_at = now(), done = coalesce($3, done)
       WHERE id = $1 AND attempts = $2 AND status = 'running'`,
      [id, attempt, done ?? null],
    );
    return count > 0;
  }

  /** The next so many of those who travel and have no files in it yet, by number. */
  async next(manager: EntityManager, { id, visitId }: ClaimedMaking, count: number): Promise<Traveller[]> {
    const rows = await manager
      .createQueryBuilder(TravellerRow, 't')
      .where("t.visitId = :visitId AND t.status = 'confirmed'", { visitId })
      .andWhere('NOT EXISTS (SELECT FROM paper_files f WHERE f.making_id = :id AND f.traveller_id = t.id)', {
        id,
      })
      .orderBy('t.number')
      .limit(count)
      .getMany();
    return rows.map(travellerOf);
  }

  /** Its files are the ones to be taken out now; those of earlier ones go. */
  async finish(manager: EntityManager, { id, visitId, attempt }: ClaimedMaking): Promise<void> {
    const [, count]: [unknown, number] = await manager.query(
      `UPDATE paper_makings SET status = 'done', finished_at = now()
       WHERE id = $1 AND attempts = $2 AND status = 'running'`,
      [id, attempt],
    );
    if (count === 0) return;
    await manager.query(
      `DELETE FROM paper_files USING paper_makings m WHERE m.id = making_id AND m.visit_id = $1 AND m.id <> $2`,
      [visitId, id],
    );
  }

  async fail({ id, attempt }: ClaimedMaking, error: string): Promise<void> {
    await this.dataSource.query(
      `UPDATE paper_makings SET status = 'failed', error = $3, finished_at = now()
       WHERE id = $1 AND attempts = $2 AND status = 'running'`,
      [id, attempt, error],
    );
  }

  /** Gives it back as if it had not been begun; what is made already stays. */
  async release({ id, attempt }: ClaimedMaking): Promise<void> {
    await this.dataSource.query(
      `UPDATE paper_makings SET status = 'waiting', attempts = attempts - 1, seen_at = NULL
       WHERE id = $1 AND attempts = $2 AND status = 'running'`,
      [id, attempt],
    );
  }

  /** Those that nobody is at. */
  async waiting(): Promise<readonly string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `SELECT id FROM paper_makings WHERE status = 'waiting' OR ${isAbandoned} ORDER BY asked_at`,
    );
    return rows.map(({ id }) => id);
  }

  /** Files that nobody has taken out for long, and later what is known of them. */
  async forgetOld(): Promise<void> {
    await this.dataSource.query(
      `DELETE FROM paper_files USING paper_makings m
       WHERE m.id = making_id AND m.finished_at < now() - make_interval(days => $1)`,
      [filesKeptDays],
    );
    await this.dataSource.query(
      'DELETE FROM paper_makings WHERE finished_at < now() - make_interval(days => $1)',
      [keptDays],
    );
  }
}
