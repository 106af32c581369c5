import type { DataSource, EntityManager } from 'typeorm';
import type { SearchProgress } from '../highs/search-watch.js';
import { leaseSeconds, type ClaimedSearch, type Search, type SearchAnswer } from './search.js';

/** What is to be searched for, and who asked. */
export interface NewSearch<Problem> {
  readonly id: string;
  readonly ownerId: string;
  readonly askedBy: string | null;
  readonly seconds: number;
  readonly problem: Problem;
}

/**
 * Where searches are kept: a table with `id, status, asked_by, asked_at, seconds, problem, progress, result, error, attempts,
 * seen_at, finished_at`, and a column for what they belong to, of which one at a time is open.
 */
export interface SearchTable<Owner extends string> {
  readonly table: string;
  readonly ownerColumn: string;
  /** What that is called in a search. */
  readonly ownerName: Owner;
}

/** Whoever is at it has died, or lost the database for as long. */
const isAbandoned = `status = 'running' AND seen_at < now() - make_interval(secs => ${leaseSeconds})`;

/** How long what was asked and answered is kept. */
const keptDays = 90;

/** Which claim of a search somebody has. */
type Claim = Pick<ClaimedSearch<string, unknown>, 'id' | 'attempt'>;

/** The rows of searches. Each claim has a number; whoever has an older one changes nothing any more. */
export class SearchRows<Owner extends string, Problem, Answer extends SearchAnswer> {
  readonly #table: string;
  readonly #owner: string;
  readonly #ownerAs: string;
  readonly #columns: string;

  constructor(
    private readonly dataSource: DataSource,
    { table, ownerColumn, ownerName }: SearchTable<Owner>,
  ) {
    this.#table = table;
    this.#owner = ownerColumn;
    this.#ownerAs = `${ownerColumn} AS "${ownerName}"`;
    this.#columns = `id, ${this.#ownerAs}, status, asked_by AS "askedBy", asked_at AS "askedAt", seconds,
  progress, result AS answer, error, finished_at AS "finishedAt"`;
  }

  /** @returns whether it was written; not while another of the same owner is open */
  async add(manager: EntityManager, search: NewSearch<Problem>): Promise<boolean> {
    const rows: unknown[] = await manager.query(
      `INSERT INTO ${this.#table} (id, ${this.#owner}, status, asked_by, asked_at, seconds, problem, attempts)
       VALUES ($1, $2, 'waiting', $3, now(), $4, $5, 0)
       ON CONFLICT (${this.#owner}) WHERE finished_at IS NULL DO NOTHING RETURNING id`,
      [search.id, search.ownerId, search.askedBy, search.seconds, JSON.stringify(search.problem)],
    );
    return rows.length > 0;
  }

  async one(ownerId: string, id: string): Promise<Search<Owner, Answer> | null> {
    const [search] = await this.dataSource.query<Search<Owner, Answer>[]>(
      `SELECT ${this.#columns} FROM ${this.#table} WHERE id = $1 AND ${this.#owner} = $2`,
      [id, ownerId],
    );
    return search ?? null;
  }

  async last(ownerId: string): Promise<Search<Owner, Answer> | null> {
    const [search] = await this.dataSource.query<Search<Owner, Answer>[]>(
      `SELECT ${this.#columns} FROM ${this.#table} WHERE ${this.#owner} = $1 ORDER BY asked_at DESC, id DESC LIMIT 1`,
      [ownerId],
    );
    return search ?? null;
  }

  async cancel(ownerId: string, id: string): Promise<void> {
    await this.dataSource.query(
      `UPDATE ${this.#table} SET status = 'cancelled', finished_at = now()
       WHERE id = $1 AND ${this.#owner} = $2 AND finished_at IS NULL`,
      [id, ownerId],
    );
  }

  /** @returns `busy` while somebody else is at it, `over` where there is nothing to do */
  async claim(id: string): Promise<ClaimedSearch<Owner, Problem> | 'busy' | 'over'> {
    const [rows] = await this.dataSource.query<[ClaimedSearch<Owner, Problem>[], number]>(
      `UPDATE ${this.#table} SET status = 'running', attempts = attempts + 1, seen_at = now(), progress = NULL
       WHERE id = $1 AND (status = 'waiting' OR ${isAbandoned})
       RETURNING id, ${this.#ownerAs}, asked_by AS "askedBy", problem, seconds, attempts AS attempt`,
      [id],
    );
    if (rows[0]) return rows[0];
    const found = await this.dataSource.query<unknown[]>(
      `SELECT 1 FROM ${this.#table} WHERE id = $1 AND finished_at IS NULL`,
      [id],
    );
    return found.length > 0 ? 'busy' : 'over';
  }

  /** @returns false when the claim is no longer good, or the search was cancelled */
  async seen({ id, attempt }: Claim, progress: SearchProgress | null): Promise<boolean> {
    const [, count] = await this.dataSource.query<[unknown, number]>(
      `UPDATE ${this.#table} SET seen_at = now(), progress = coalesce($3, progress)
       WHERE id = $1 AND attempts = $2 AND status = 'running'`,
      [id, attempt, progress && JSON.stringify(progress)],
    );
    return count > 0;
  }

  /** @returns false when the claim is no longer good, or the search was cancelled */
  async finish(manager: EntityManager, { id, attempt }: Claim, answer: Answer): Promise<boolean> {
    const [, count] = await manager.query<[unknown, number]>(
      `UPDATE ${this.#table} SET status = 'done', result = $3, progress = $4, finished_at = now()
       WHERE id = $1 AND attempts = $2 AND status = 'running'`,
      [id, attempt, JSON.stringify(answer), JSON.stringify(progressOf(answer))],
    );
    return count > 0;
  }

  async fail({ id, attempt }: Claim, error: string): Promise<void> {
    await this.dataSource.query(
      `UPDATE ${this.#table} SET status = 'failed', error = $3, finished_at = now()
       WHERE id = $1 AND attempts = $2 AND status = 'running'`,
      [id, attempt, error],
    );
  }

  /** Gives a search back as if it had not been begun. */
  async release({ id, attempt }: Claim): Promise<void> {
    await this.dataSource.query(
      `UPDATE ${this.#table} SET status = 'waiting', attempts = attempts - 1, seen_at = NULL, progress = NULL
       WHERE id = $1 AND attempts = $2 AND status = 'running'`,
      [id, attempt],
    );
  }

  /** Those that nobody is at. */
  async waiting(): Promise<readonly string[]> {
    const rows = await this.dataSource.query<{ id: string }[]>(
      `SELECT id FROM ${this.#table} WHERE status = 'waiting' OR ${isAbandoned} ORDER BY asked_at`,
    );
    return rows.map(({ id }) => id);
  }

  async forgetOld(): Promise<void> {
    await this.dataSource.query(
      `DELETE FROM ${this.#table} WHERE finished_at < now() - make_interval(days => $1)`,
      [keptDays],
    );
  }
}

const progressOf = ({ status, objective, bound, seconds }: SearchAnswer): SearchProgress =>
  status === 'infeasible' ? { objective: null, bound: null, seconds } : { objective, bound, seconds };
