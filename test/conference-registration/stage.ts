import { randomUUID } from 'node:crypto';
import type { SystemOptions } from '#launcher';
import { startApp, type AppStage } from '../app-stage.js';
import {
  stageConference,
  type ConferenceSetUp,
  type Query,
  type StagedConference,
} from './stage-conference.js';
import type { Person, TestIdentity } from '../events-calendar/signed-in.js';

const app = 'conference-registration';

export type { Answer } from '../app-stage.js';
export type {
  CodeSetUp,
  ConferenceSetUp,
  PoolSetUp,
  StagedConference,
  TicketSetUp,
} from './stage-conference.js';

/** The API's own address. */
export const apiPath = `/api/v1/${app}`;

/** Somebody who books for an organisation, and is signed in. */
export interface Booker {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly organisationId: string;
  readonly organisationName: string;
  /** What the shell would send with their browser's requests. */
  readonly headers: Readonly<Record<string, string>>;
  /** The same for a program of theirs, with a token. */
  readonly api: Readonly<Record<string, string>>;
}

/** Conference registration by itself, its database, and people who are signed in. */
export interface ConferenceStage extends AppStage {
  /** Writes an open conference straight into the tables. */
  conference(this: void, setUp: ConferenceSetUp): Promise<StagedConference>;
  /** An organisation and its booking contact. */
  booker(this: void, different?: Partial<BookerSetUp>): Promise<Booker>;
}

export interface BookerSetUp {
  readonly organisationName: string;
  readonly category: string;
  /** The organisation that there is already, for a further person of it. */
  readonly organisationId: string;
  readonly name: string;
  readonly discountPercent: number;
  readonly isBookingContact: boolean;
}

/** Starts it; one for each file of tests. */
export async function startConferences(options: SystemOptions = {}): Promise<ConferenceStage> {
  const stage = await startApp(app, options);
  const { query, identity } = stage;
  return {
    ...stage,
    conference: (setUp) => stageConference(query, setUp),
    booker: (different) => stageBooker(query, identity, different),
  };
}

async function stageBooker(
  query: Query,
  identity: TestIdentity,
  different: Partial<BookerSetUp> = {},
): Promise<Booker> {
  const personId = randomUUID();
  const organisationId = different.organisationId ?? randomUUID();
  const name = different.name ?? 'Robin Example';
  const email = `robin.${personId.slice(0, 8)}@example.org`;
  const organisationName = different.organisationName ?? `Council ${organisationId.slice(0, 8)}`;
  await query(
    `INSERT INTO organisations (id, name, category, status, discount_percent, version) VALUES ($1, $2, $3, 'member', $4, 1)
     ON CONFLICT (id) DO NOTHING`,
    [organisationId, organisationName, different.category ?? 'full', different.discountPercent ?? null],
  );
  await query(`INSERT INTO people (id, name, email, roles, version) VALUES ($1, $2, $3, '{}', 1)`, [
    personId,
    name,
    email,
  ]);
  await query(
    `INSERT INTO affiliations (person_id, organisation_id, role, is_booking_contact) VALUES ($1, $2, 'officer', $3)`,
    [personId, organisationId, different.isBookingContact ?? true],
  );
  const person: Person = { id: personId, name, roles: ['person', 'booking-contact'] };
  return {
    personId,
    name,
    email,
    organisationId,
    organisationName,
    headers: await identity.headers(person),
    api: await identity.headers({ ...person, via: 'api' }),
  };
}
