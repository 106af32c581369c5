import type { DataSource } from 'typeorm';
import { v7 as uuidv7, validate } from 'uuid';
import { envelope } from '#contracts';

/** A job that could not be handled, as it came. */
export interface Undeliverable {
  readonly name: string;
  readonly id?: string | undefined;
  readonly data: unknown;
}

/** The messages that an app could not handle: they rest here until somebody has seen to them. */
export class DeadLetters {
  constructor(private readonly dataSource: DataSource) {}

  /** Keeps a message, unless it has been handled meanwhile; one that died before is kept as it died last. */
  async add(job: Undeliverable, error: unknown, attempts: number): Promise<void> {
    const message = envelope.safeParse(job.data).data;
    const jobId = job.id?.slice(0, 36);
    const id = message?.id ?? (validate(jobId) ? jobId : uuidv7());
    const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
    await this.dataSource.query(
      `INSERT INTO dead_letters (id, type, correlation_id, message, error, attempts)
       SELECT $1::uuid, $2::text, $3::text, $4::jsonb, $5::text, $6::integer
       WHERE NOT EXISTS (SELECT FROM inbox WHERE message_id = $1)
       ON CONFLICT (id) DO UPDATE SET error = $5, attempts = $6, died_at = now(), requeued_at = NULL`,
      [id, job.name, message?.correlationId ?? null, JSON.stringify(job.data ?? null), words, attempts],
    );
  }
}
