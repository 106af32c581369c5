import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import type { SearchProgress } from '#solver';
import type { RotaAnswer, RotaProblem } from '../index.js';
import { leaseSeconds, type ClaimedFill, type Fill } from './fill.js';

/** What is to be filled, and who asked. */
export interface NewFill {
  readonly id: string;
  readonly exhibitionId: string;
  readonly askedBy: string | null;
  readonly seconds: number;
  readonly problem: RotaProblem;
}

const columns = `id, exhibition_id AS "exhibitionId", status, asked_by AS "askedBy", asked_at AS "askedAt", seconds,
  progress, result AS answer, error, finished_at AS "finishedAt"`;

/** Whoever is at it has died, or lost the database for as long. */
const isAbandoned = `status = 'running' AND seen_at < now() - make_interval(secs => ${leaseSeconds})`;

/** How long what was asked and answered is kept. */
const keptDays = 90;

/** The rows of fills. Each claim has a number; whoever has an older one changes nothing any more. */
@Injectable()
export class FillsRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** @returns whether it was written; not while another of the exhibition is open */
  async add(manager: EntityManager, fill: NewFill): Promise<boolean> {
    const rows: unknown[] = await manager.query(
      `INSERT INTO fills (id, exhibition_id, status, asked_by, asked_at, seconds, problem, attempts)
       VALUES ($1, $2, 'waiting', $3, now(), $4, $5, 0)
       ON CONFLICT (exhibition_id) WHERE finished_at IS NULL DO NOTHING RETURNING id`,
      [fill.id, fill.exhibitionId, fill.askedBy, fill.seconds, JSON.stringify(fill.problem)],
    );
    return rows.length > 0;
  }

  async one(exhibitionId: string, id: string): Promise<Fill | null> {
    const [fill] = await this.dataSource.query<Fill[]>(
      `SELECT ${columns} FROM fills WHERE id = $1 AND exhibition_id = $2`,
      [id, exhibitionId],
    );
    return fill ?? null;
  }

  async last(exhibitionId: string): Promise<Fill | null> {
    const [fill] = await this.dataSource.query<Fill[]>(
      `SELECT ${columns} FROM fills WHERE exhibition_id = $1 ORDER BY asked_at DESC, id DESC LIMIT 1`,
      [exhibitionId],
    );
    return fill ?? null;
  }

  async cancel(exhibitionId: string, id: string): Promise<void> {
    await this.dataSource.query(
      `UPDATE fills SET status = 'cancelled', finished_at = now()
       WHERE id = $1 AND exhibition_id = $2 AND finished_at IS NULL`,
      [id, exhibitionId],
    );
  }

  /** @returns `busy` while somebody else is at it, `over` where there is nothing to do */
  async claim(id: string): Promise<ClaimedFill | 'busy' | 'over'> {
    const [rows] = await this.dataSource.query<[ClaimedFill[], number]>(
      `UPDATE fills SET status = 'running', attempts = attempts + 1, seen_at = now(), progress = NULL
       WHERE id = $1 AND (status = 'waiting' OR ${isAbandoned})
       RETURNING id, exhibition_id AS "exhibitionId", asked_by AS "askedBy", problem, seconds, attempts AS attempt`,
      [id],
    );
    if (rows[0]) return rows[0];
    const found = await this.dataSource.query<unknown[]>(
      'SELECT 1 FROM fills WHERE id = $1 AND finished_at IS NULL',
      [id],
    );
    return found.length > 0 ? 'busy' : 'over';
  }

  /** @returns false when the claim is no longer good, or the fill was cancelled */
  async seen({ id, attempt }: ClaimedFill, progress: SearchProgress | null): Promise<boolean> {
    const [, count] = await this.dataSource.query<[unknown, number]>(
      `UPDATE fills SET seen_at = now(), progress = coalesce($3, progress)
       WHERE id = $1 AND attempts = $2 AND status = 'running'`,
      [id, attempt, progress && JSON.stringify(progress)],
    );
    return count > 0;
  }

  /** @returns false when the claim is no longer good, or the fill was cancelled */
  async finish(manager: EntityManager, { id, attempt }: ClaimedFill, answer: RotaAnswer): Promise<boolean> {
    const [, count] = await manager.query<[unknown, number]>(
      `UPDATE fills SET status = 'done', result = $3, progress = $4, finished_at = now()
       WHERE id = $1 AND attempts = $2 AND status = 'running'`,
      [id, attempt, JSON.stringify(answer), JSON.stringify(progressOf(answer))],
    );
    return count > 0;
  }

  async fail({ id, attempt }: ClaimedFill, error: string): Promise<void> {
    await this.dataSource.query(
      `UPDATE fills SET status = 'failed', error = $3, finished_at = now()
       WHERE id = $1 AND attempts = $2 AND status = 'running'`,
      [id, attempt, error],
    );
  }

  /** Gives a fill back as if it had not been begun. */
  async release({ id, attempt }: ClaimedFill): Promise<void> {
    await this.dataSource.query(
      `UPDATE fills SET status = 'waiting', attempts = attempts - 1, seen_at = NULL, progress = NULL
       WHERE id = $1 AND attempts = $2 AND status = 'running'`,
      [id, attempt],
    );
  }

  /** Those that nobody is at. */
  async waiting(): Promise<readonly string[]> {
    const rows = await this.dataSource.query<{ id: string }[]>(
      `SELECT id FROM fills WHERE status = 'waiting' OR ${isAbandoned} ORDER BY asked_at`,
    );
    return rows.map(({ id }) => id);
  }

  async forgetOld(): Promise<void> {
    await this.dataSource.query('DELETE FROM fills WHERE finished_at < now() - make_interval(days => $1)', [
      keptDays,
    ]);
  }
}

const progressOf = ({ status, objective, bound, seconds }: RotaAnswer): SearchProgress =>
  status === 'infeasible' ? { objective: null, bound: null, seconds } : { objective, bound, seconds };
