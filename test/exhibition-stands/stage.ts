import pg from 'pg';
import { startSystem, type System, type SystemOptions } from '#launcher';
import {
  stageExhibition,
  stageShift,
  stageTeamMember,
  type ExhibitionSetUp,
  type Query,
  type ShiftSetUp,
  type StagedExhibition,
  type StagedMember,
  type TeamMemberSetUp,
} from './stage-exhibition.js';
import { startIdentity, type Person, type TestIdentity } from '../events-calendar/signed-in.js';

const app = 'exhibition-stands';

export { staffPerson } from '../events-calendar/signed-in.js';
export type {
  AvailabilitySetUp,
  DaySetUp,
  ExhibitionSetUp,
  ShiftSetUp,
  StagedExhibition,
  StagedMember,
  TeamMemberSetUp,
} from './stage-exhibition.js';

/** The API's own address. */
export const apiPath = `/api/v1/${app}`;

export interface Answer<Body> {
  readonly status: number;
  readonly body: Body;
}

/** The stands by themselves, their database, and people who are signed in. */
export interface StandsStage {
  readonly system: System;
  readonly identity: TestIdentity;
  /** The app's own address. */
  readonly url: string;
  /** The app's own tables. */
  readonly query: Query;
  /** Writes an exhibition straight into the tables. */
  exhibition(this: void, setUp?: ExhibitionSetUp): Promise<StagedExhibition>;
  /** The same with somebody of its team. */
  teamMember(this: void, exhibition: { readonly id: string }, setUp?: TeamMemberSetUp): Promise<StagedMember>;
  /** The same with a shift. @returns its id */
  shift(this: void, exhibition: { readonly id: string }, setUp: ShiftSetUp): Promise<string>;
  /** What the shell would send with the requests of somebody: staff, a visitor. */
  headers(this: void, person: Person): Promise<Record<string, string>>;
  /** Asks the API. */
  api<Body>(
    this: void,
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    headers: Readonly<Record<string, string>>,
    body?: object,
  ): Promise<Answer<Body>>;
  stop(this: void): Promise<void>;
}

/** Starts it; one for each file of tests. */
export async function startStands(options: SystemOptions = {}): Promise<StandsStage> {
  const identity = await startIdentity(app);
  const start = { apps: [app], ...options, env: { ...identity.env, ...options.env } };
  const system = await startSystem(start).catch(async (error: unknown) => {
    // What still listens would keep the tests from ending.
    await identity.stop();
    throw error;
  });
  const pool = new pg.Pool({ connectionString: system.databaseUrl(app), max: 4 });
  const url = system.urls[app] ?? '';
  const query: Query = async <Row>(sql: string, values: readonly unknown[] = []) =>
    (await pool.query(sql, [...values])).rows as Row[];
  return {
    system,
    identity,
    url,
    query,
    exhibition: (setUp) => stageExhibition(query, setUp),
    teamMember: ({ id }, setUp) => stageTeamMember(query, system.secrets.links, id, setUp),
    shift: ({ id }, setUp) => stageShift(query, id, setUp),
    headers: (person) => identity.headers(person),
    api: async (method: string, path: string, headers: Readonly<Record<string, string>>, body?: object) => {
      const response = await fetch(`${url}${apiPath}${path}`, {
        method,
        headers: {
          ...headers,
          accept: 'application/json',
          ...(body && { 'content-type': 'application/json' }),
        },
        ...(body && { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      return { status: response.status, body: (text === '' ? null : JSON.parse(text)) as never };
    },
    stop: async () => {
      await pool.end();
      await system.stop();
      await identity.stop();
    },
  };
}
