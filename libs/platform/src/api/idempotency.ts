import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { conflict, Problem } from '../errors/problem.js';

/** What an API call answered: remembered under its key, given again to a repeat. */
export interface ApiAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** The table each service with an API creates in a migration of its own. */
export const idempotencyTable = `
  CREATE TABLE idempotency_keys (
    credential text NOT NULL,
    key text NOT NULL,
    request_hash text NOT NULL,
    status integer,
    body jsonb,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (credential, key)
  )`;

/** After this long an unfinished call counts as dead (its process was killed), in seconds. */
const abandonedAfter = 120;

/** Answers hold personal data, so keys are forgotten after this long, in hours: a client that repeats, repeats soon. */
const forgottenAfter = 24;

/** Deletes keys that have had their time. A key that is older is free again in any case. */
export async function forgetIdempotencyKeys(dataSource: DataSource): Promise<void> {
  await dataSource.query(
    'DELETE FROM idempotency_keys WHERE created_at < now() - make_interval(hours => $1)',
    [forgottenAfter],
  );
}

function keyOf(request: FastifyRequest): string | null {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return null;
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(key)) {
    throw new Problem({
      status: 400,
      code: 'bad-idempotency-key',
      title: 'We could not read that',
      detail: 'Idempotency-Key must be 1 to 200 visible ASCII characters.',
    });
  }
  return key;
}

/**
 * Runs a POST once per `Idempotency-Key` and credential: the same key and body get the same answer again; a second
 * call while the first is still running gets 409; a failure is not remembered. Without the header it just runs. Keys are
 * forgotten after a day.
 *
 * @throws Problem 409 `in-progress`; 422 `idempotency-key-reused` when the key came with another body before
 */
export async function idempotently(
  dataSource: DataSource,
  request: FastifyRequest,
  run: () => Promise<ApiAnswer>,
): Promise<ApiAnswer> {
  const key = keyOf(request);
  if (key === null) return run();
  const credential = request.identity.personId ?? 'visitor';
  const hash = createHash('sha256')
    .update(JSON.stringify([request.method, request.url, request.body ?? null]))
    .digest('base64url');
  const claimed: unknown[] = await dataSource.query(
    `INSERT INTO idempotency_keys (credential, key, request_hash) VALUES ($1, $2, $3)
     ON CONFLICT (credential, key) DO UPDATE SET created_at = now(), request_hash = $3, status = NULL, body = NULL
       WHERE idempotency_keys.created_at < now() - make_interval(secs => CASE WHEN idempotency_keys.status IS NULL THEN $4::int ELSE $5::int END)
     RETURNING key`,
    [credential, key, hash, abandonedAfter, forgottenAfter * 3600],
  );
  if (claimed.length === 0) return earlierAnswer(dataSource, credential, key, hash);
  try {
    const answer = await run();
    await dataSource.query(
      'UPDATE idempotency_keys SET status = $3, body = $4 WHERE credential = $1 AND key = $2',
      [credential, key, answer.status, JSON.stringify(answer.body)],
    );
    return answer;
  } catch (error) {
    await dataSource.query(
      'DELETE FROM idempotency_keys WHERE credential = $1 AND key = $2 AND status IS NULL',
      [credential, key],
    );
    throw error;
  }
}

interface KeptAnswer {
  readonly request_hash: string;
  readonly status: number | null;
  readonly body: unknown;
}

async function earlierAnswer(
  dataSource: DataSource,
  credential: string,
  key: string,
  hash: string,
): Promise<ApiAnswer> {
  const [kept] = await dataSource.query<KeptAnswer[]>(
    'SELECT request_hash, status, body FROM idempotency_keys WHERE credential = $1 AND key = $2',
    [credential, key],
  );
  if (kept && kept.request_hash !== hash) {
    throw new Problem({
      status: 422,
      code: 'idempotency-key-reused',
      title: 'This key was used before',
      detail: 'The same Idempotency-Key came with a different request. Use a new key for a new request.',
    });
  }
  if (!kept || kept.status === null) {
    throw conflict(
      'in-progress',
      'The first request with this Idempotency-Key is still running. Try again shortly.',
    );
  }
  return { status: kept.status, body: kept.body };
}
