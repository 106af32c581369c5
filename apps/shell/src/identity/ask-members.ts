import { Pool } from 'undici';
import { exchangeAnswerSchema, exchangePath, type ExchangeAnswer, type ExchangeRequest } from '#platform';
import type { Credential } from './credentials.js';

/** How long `members` may take to say who somebody is, in milliseconds. */
const limit = 2000;

/** How many connections to `members` are used for it: made-up sessions must not keep it from its pages. */
const connections = 16;

/** Asks `members` whose a session or an API token is. It throws when there is no answer to be had. */
export type AskMembers = (credential: Credential) => Promise<ExchangeAnswer>;

function asked({ kind, secret }: Credential): ExchangeRequest {
  return kind === 'session' ? { session: secret } : { apiToken: secret };
}

/**
 * @param upstream the internal address of `members`
 * @param key what services show each other
 */
export function askMembers(upstream: string, key: string): AskMembers {
  const pool = new Pool(upstream, { connections, connect: { timeout: limit } });
  const headers = {
    authorization: `Bearer ${key}`,
    'content-type': 'application/json',
    accept: 'application/json',
  };
  return async (credential) => {
    const { statusCode, body } = await pool.request({
      path: exchangePath,
      method: 'POST',
      headers,
      body: JSON.stringify(asked(credential)),
      signal: AbortSignal.timeout(limit),
    });
    if (statusCode !== 200) {
      await body.dump();
      throw new Error(`members answered ${statusCode} when asked who somebody is`);
    }
    return exchangeAnswerSchema.parse(await body.json());
  };
}
