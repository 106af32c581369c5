import type { IncidentOutput } from '../../../apps/study-visits/src/incidents/api/incident.schema.js';
import { startVisits, type StagedVisit, type VisitsStage } from '../stage.js';

/** An incident, or what a refusal says. */
export type IncidentBody = IncidentOutput & {
  readonly code?: string;
  readonly errors?: readonly { readonly field: string; readonly code: string }[];
};

/** Words that must stand nowhere in clear. */
export const marks = ['Quorvexia', 'Zyltherine', 'Brumalkovic'];

export const fall = {
  day: '2025-03-12',
  whenAndWhere: 'About 4pm, by the river',
  who: 'Ada Quorvexia',
  what: 'She slipped and broke her wrist: Zyltherine was given.',
  done: 'An ambulance came.',
};

/** Those who come: an administrator, two of the staff, and one who is named for nothing. */
export type Who = 'admin' | 'kim' | 'sam' | 'outsider' | 'visitor';

export interface IncidentsStage extends VisitsStage {
  headersOf(this: void, who: Who, via?: 'api'): Promise<Record<string, string>>;
  /** Asks the API as somebody; the path goes on from the visit. */
  ask(
    this: void,
    who: Who,
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    visit: StagedVisit,
    path: string,
    body?: object,
  ): Promise<{ readonly status: number; readonly body: IncidentBody }>;
  page(this: void, who: Who, path: string): Promise<{ readonly status: number; readonly html: string }>;
  /** A visit for which Kim is named. */
  named(this: void): Promise<StagedVisit>;
}

/** Under which ids they are known. */
export const ids: Readonly<Record<Who, string>> = {
  admin: '01980000-0000-7000-8000-0000000000a1',
  kim: '01980000-0000-7000-8000-0000000000a2',
  sam: '01980000-0000-7000-8000-0000000000a3',
  outsider: '01980000-0000-7000-8000-0000000000a4',
  visitor: '',
};

const roles = {
  admin: ['admin'],
  kim: ['staff'],
  sam: ['staff'],
  outsider: ['person'],
  visitor: [],
} as const;

export async function startIncidents(): Promise<IncidentsStage> {
  const stage = await startVisits();
  for (const who of ['admin', 'kim', 'sam'] as const) {
    await stage.query(
      `INSERT INTO people (id, name, email, roles, version) VALUES ($1, $2, $3, $4, 1) ON CONFLICT (id) DO NOTHING`,
      [ids[who], `The ${who}`, `${who}@example.org`, [...roles[who]]],
    );
  }
  const headersOf: IncidentsStage['headersOf'] = async (who, via) =>
    who === 'visitor'
      ? {}
      : stage.headers({ id: ids[who], name: `The ${who}`, roles: [...roles[who]], ...(via && { via }) });
  const ask: IncidentsStage['ask'] = async (who, method, visit, path, body) =>
    stage.api(method, `/visits/${visit.id}${path}`, await headersOf(who, 'api'), body);
  return {
    ...stage,
    headersOf,
    ask,
    page: async (who, path) => {
      const response = await fetch(`${stage.url}${path}`, { headers: await headersOf(who) });
      return { status: response.status, html: await response.text() };
    },
    named: async () => {
      const visit = await stage.visit();
      await ask('admin', 'POST', visit, '/incident-readers', { email: 'KIM@example.org' });
      return visit;
    },
  };
}
