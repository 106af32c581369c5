import { randomBytes } from 'node:crypto';
import { identityHeader } from '#platform';
import { apiPath } from '../../apps/members/src/api/addresses.js';
import { hashOf } from '../../apps/members/src/secrets.js';
import { answerChecker, type ApiDocument } from '../events-calendar/api/described.js';
import type { PeopleSystem } from './people-system.js';
import { exchange } from './sessions.js';

export interface Answer<Body> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

export interface Refusal {
  readonly code: string;
  readonly errors?: readonly { readonly field: string; readonly code: string }[];
}

export interface Question {
  /** Whose program asks; the first one's unless given. */
  readonly as?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The API as programs use it; every answer is held to its description. */
export interface Programs {
  readonly document: ApiDocument;
  /** What the shell would send on for an API token of the owner's. */
  programOf(this: void, address: string, access: 'read' | 'write'): Promise<Record<string, string>>;
  /** @param path below the API's own */
  ask<Body>(this: void, method: string, path: string, question?: Question): Promise<Answer<Body>>;
}

/** @param address whose program asks where nothing else is said */
export async function startPrograms(people: PeopleSystem, address: string): Promise<Programs> {
  const url = people.system.urls['members'] ?? '';
  const document = (await (await fetch(`${url}${apiPath}/openapi.json`)).json()) as ApiDocument;
  const check = answerChecker(document);
  const programOf: Programs['programOf'] = async (owner, access) => {
    const token = `nea_${randomBytes(32).toString('base64url')}`;
    await people.query(
      `INSERT INTO api_tokens (id, person_id, name, token_hash, scopes, created_at, expires_at)
       SELECT gen_random_uuid(), person_id, 'T', $2, $3, now(), now() + interval '1 hour' FROM emails WHERE address = $1`,
      [owner, hashOf(token), JSON.stringify([{ app: 'members', access }])],
    );
    const answer = await exchange(people.system, { apiToken: token });
    if (answer.state !== 'signed-in') throw new Error('the token is not known');
    return { [identityHeader]: answer.tokens['members'] ?? '' };
  };
  const usual = await programOf(address, 'write');
  const ask: Programs['ask'] = async <Body>(
    method: string,
    path: string,
    { as = usual, json, headers }: Question = {},
  ): Promise<Answer<Body>> => {
    const response = await fetch(`${url}${apiPath}${path}`, {
      method,
      headers: { ...as, ...(json !== undefined && { 'content-type': 'application/json' }), ...headers },
      ...(json !== undefined && { body: JSON.stringify(json) }),
    });
    const read: unknown = await response.json();
    const type = response.headers.get('content-type');
    const wrong = check(method, `${apiPath}${path}`, response.status, type, read);
    if (wrong !== null) throw new Error(`not as described: ${wrong}\n${JSON.stringify(read)}`);
    return { status: response.status, headers: response.headers, body: read as Body };
  };
  return {
    document,
    programOf,
    ask,
  };
}
