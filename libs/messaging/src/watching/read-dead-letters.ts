import { validate as isUuid } from 'uuid';
import type { DataSource } from 'typeorm';
import { Conditions } from '#platform';
import type { DeadLetterRow } from '../dead-letter.entity.js';
import { mask, maskError } from './mask.js';
import { isRequestId } from './message-trace.js';
import {
  deadLettersAtOnce,
  type DeadLetterList,
  type ListedDeadLetter,
  type ShownDeadLetter,
} from './shown-dead-letter.js';

const columns = `id, type, correlation_id AS "correlationId", message, error, attempts, died_at AS "diedAt",
  requeued_at AS "requeuedAt"`;

/** The longest error that is shown, in characters. */
const longestError = 10_000;

/** A type as it came; whoever put the message there may have written anything. */
const typeShown = (type: string): string => (/^[\w.-]{1,100}$/.test(type) ? type : 'unreadable');

/** Where in the program something happened begins so. */
const stackLine = /^\s+at /m;

function read({ error, message, ...row }: DeadLetterRow): ListedDeadLetter & { readonly stack: string } {
  const shown = maskError(error, message).slice(0, longestError);
  const from = stackLine.exec(shown)?.index ?? shown.length;
  return {
    id: row.id,
    type: typeShown(row.type),
    correlationId: row.correlationId !== null && isRequestId(row.correlationId) ? row.correlationId : null,
    error: shown.slice(0, from).trim(),
    stack: shown.slice(from).trimEnd(),
    attempts: row.attempts,
    diedAt: row.diedAt.toISOString(),
    requeuedAt: row.requeuedAt?.toISOString() ?? null,
  };
}

/** What staff may see of the messages that an app could not handle. */
export class ReadDeadLetters {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * The latest first.
   *
   * @param type only of this type; `null`: of all
   * @param page from 1
   */
  async list(type: string | null, page: number): Promise<DeadLetterList> {
    const where = new Conditions();
    if (type !== null) where.add('type = ?', type);
    const [rows, counts] = await Promise.all([
      this.dataSource.query<DeadLetterRow[]>(
        `SELECT ${columns} FROM dead_letters WHERE ${where.sql} ORDER BY died_at DESC, id
         LIMIT ${deadLettersAtOnce} OFFSET ${where.parameter((page - 1) * deadLettersAtOnce)}`,
        where.parameters,
      ),
      this.dataSource.query<DeadLetterList['types']>(
        `SELECT type, count(*)::int AS total, count(*) FILTER (WHERE requeued_at IS NULL)::int AS resting
         FROM dead_letters GROUP BY type ORDER BY type`,
      ),
    ]);
    const asked = counts.filter((each) => type === null || each.type === type);
    return {
      items: rows.map((row) => {
        const { stack: _, ...listed } = read(row);
        return listed;
      }),
      total: asked.reduce((sum, each) => sum + each.total, 0),
      types: counts.map((each) => ({ ...each, type: typeShown(each.type) })),
    };
  }

  /** @returns `null` when there is none, as it was handled after all, or deleted */
  async one(id: string): Promise<ShownDeadLetter | null> {
    const [row] = isUuid(id)
      ? await this.dataSource.query<DeadLetterRow[]>(`SELECT ${columns} FROM dead_letters WHERE id = $1`, [
          id,
        ])
      : [];
    return row ? { ...read(row), message: mask(row.message) } : null;
  }
}
