import { randomUUID } from 'node:crypto';
import {
  insert,
  staffPerson,
  startVisits,
  type Answer,
  type StagedTraveller,
  type VisitsStage,
} from '../stage.js';
import { told } from './told.js';

export type Headers = Readonly<Record<string, string>>;

/** How something stands, as the API has it. */
export interface MarkBody {
  readonly status: string;
  readonly words: string | null;
}

export interface OwnBody {
  readonly open: number;
  readonly marks: Readonly<Record<string, MarkBody>>;
  readonly versions: Readonly<Record<string, number>>;
  readonly code?: string;
}

/** The visits by themselves, and what tests of readiness do with them. */
export interface ReadinessStage extends VisitsStage {
  /** What a browser of staff sends. */
  readonly staff: Headers;
  /** What one of whoever has a link sends. */
  readonly own: Headers;
  /** Somebody signed in of an organisation, who looks after it or does not. */
  person(
    this: void,
    setUp: { readonly organisationId: string; readonly isContact: boolean },
  ): Promise<Headers>;
  /** Tells one thing by a traveller's own link. */
  tell(
    this: void,
    who: StagedTraveller,
    item: keyof typeof told,
    body?: object,
    version?: number,
  ): Promise<Answer<OwnBody>>;
  /** The same of everything that is asked. */
  tellAll(this: void, who: StagedTraveller): Promise<void>;
  /** Has a visit ask for nothing but what travellers tell themselves. */
  onlyTold(this: void, visit: { readonly id: string }): Promise<void>;
  /** How many mails were asked for to somebody. */
  mailsTo(this: void, who: StagedTraveller): Promise<number>;
  /** Sends a form. */
  form(
    this: void,
    path: string,
    values: Readonly<Record<string, string>>,
    headers: Headers,
  ): Promise<Response>;
}

const own: Headers = { 'sec-fetch-site': 'same-origin' };

export async function startReadiness(): Promise<ReadinessStage> {
  const stage = await startVisits();
  const tell: ReadinessStage['tell'] = (who, item, body = told[item], version = 0) =>
    stage.api<OwnBody>(
      'PUT',
      `/traveller-links/${who.secret}/readiness/${item}`,
      { ...own, 'if-match': `"${version}"` },
      body,
    );
  return {
    ...stage,
    own,
    staff: { ...(await stage.headers(staffPerson)), ...own },
    person: async ({ organisationId, isContact }) => {
      const id = randomUUID();
      await stage.query(
        `INSERT INTO organisations (id, name, category, status, version) VALUES ($1, $1, 'full', 'member', 1)
         ON CONFLICT (id) DO NOTHING`,
        [organisationId],
      );
      const email = `${id}@example.org`;
      await insert(stage.query, 'people', { id, name: 'Cleo Contact', email, roles: ['person'], version: 1 });
      await insert(stage.query, 'affiliations', {
        person_id: id,
        organisation_id: organisationId,
        role: 'officer',
        is_booking_contact: isContact,
      });
      const headers = await stage.headers({ id, name: 'Cleo Contact', roles: ['person'] });
      return { ...headers, ...own };
    },
    tell,
    tellAll: async (who) => {
      for (const item of Object.keys(told) as (keyof typeof told)[]) await tell(who, item);
    },
    onlyTold: async ({ id }) => {
      await stage.query(
        `INSERT INTO readiness_settings (visit_id, not_needed, chase_days, is_chasing, version)
         VALUES ($1, '{rooming,travel,deposit,balance}', '{56,42,28,21,14,7,3}', true, 1)`,
        [id],
      );
    },
    mailsTo: async ({ email }) => {
      const [row] = await stage.query<{ n: number }>(
        `SELECT count(*)::int AS n FROM outbox
         WHERE type = 'study-visits.mail-requested.v1' AND payload #>> '{to,address}' = $1`,
        [email],
      );
      return row?.n ?? 0;
    },
    form: (path, values, headers) =>
      fetch(stage.url + path, {
        method: 'POST',
        redirect: 'manual',
        headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams(values),
      }),
  };
}
