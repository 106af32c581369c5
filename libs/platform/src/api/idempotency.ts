import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { conflict, Problem } from '../errors/problem.js';

/** What an API call answered: remembered under its key, given again to a repeat. */
export interface ApiAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** One run of an API call. */
export interface Attempt {
  /**
   * For what the call makes: the same when a call is repeated whose process was killed. So a repeat can find what was made,
   * although nobody was told of it, and does not make it twice.
   */
  readonly id: string;
  /** Whether an earlier run was killed, and may have made it. */
  readonly isRepeat: boolean;
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
 * What `run` makes and what it answers are not kept in one transaction, so a process can be killed between the two. Where
 * making it twice would matter, `run` makes it under the attempt's id, and a repeat looks for it first.
 *
 * @param sent what has to be the same in a repeat; the body as it was read, unless it was read otherwise, as files are
 * @throws Problem 400 `too-deep`; 409 `in-progress`; 422 `idempotency-key-reused` when the key came with another body before
 */
export async function idempotently(
  dataSource: DataSource,
  request: FastifyRequest,
  run: (attempt: Attempt) => Promise<ApiAnswer>,
  sent: unknown = request.body,
): Promise<ApiAnswer> {
  const key = keyOf(request);
  const own = uuidv7();
  if (key === null) return run({ id: own, isRepeat: false });
  const credential = credentialOf(request);
  const hash = hashOf(request, sent);
  // Until there is an answer, the body keeps the id of the attempt. A call that was killed is only repeated as it was.
  const [claimed]: { id: string }[] = await dataSource.query(
    `INSERT INTO idempotency_keys AS k (credential, key, request_hash, body) VALUES ($1, $2, $3, to_jsonb($6::text))
     ON CONFLICT (credential, key) DO UPDATE SET created_at = now(), request_hash = $3, status = NULL,
       body = CASE WHEN k.status IS NULL AND k.request_hash = $3 AND k.created_at >= now() - make_interval(secs => $5::int)
         THEN coalesce(k.body, excluded.body) ELSE excluded.body END
       WHERE k.created_at < now() - make_interval(secs => CASE
         WHEN k.status IS NULL AND k.request_hash = $3 THEN $4::int ELSE $5::int END)
     RETURNING body #>> '{}' AS id`,
    [credential, key, hash, abandonedAfter, forgottenAfter * 3600, own],
  );
  if (claimed === undefined) return earlierAnswer(dataSource, credential, key, hash);
  try {
    const answer = await run({ id: claimed.id, isRepeat: claimed.id !== own });
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

/**
 * Whose a key is. Who has no account shows an address with a secret in it, which is the right to that one thing: so their keys
 * are that address's, and those of others do not get in their way. Of the address there is only a hash.
 */
const credentialOf = ({ identity, url }: FastifyRequest): string =>
  identity.personId ?? `visitor ${createHash('sha256').update(url).digest('base64url')}`;

/** @throws Problem 400 for a body of lists within lists without end, which cannot be compared */
function hashOf({ method, url }: FastifyRequest, sent: unknown): string {
  try {
    const compared = JSON.stringify([method, url, sent ?? null]);
    return createHash('sha256').update(compared).digest('base64url');
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new Problem({
      status: 400,
      code: 'too-deep',
      title: 'We could not read that',
      detail: 'The body has too many lists within lists. Send it as the description of the API has it.',
    });
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
