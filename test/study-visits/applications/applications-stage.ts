import { randomUUID } from 'node:crypto';
import type { SystemOptions } from '#launcher';
import { LinkSecrets } from '#platform';
import type { Person } from '../../events-calendar/signed-in.js';
import { insert, staffPerson, startVisits, type VisitsStage } from '../stage.js';

export type Headers = Readonly<Record<string, string>>;

/** Somebody signed in, with an organisation of their own. */
export interface StagedPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly organisationId: string;
  readonly organisationName: string;
  /** What the shell would send with their browser’s requests. */
  readonly pages: Headers;
  /** The same for a program of theirs. */
  readonly api: Headers;
}

export interface PersonSetUp {
  readonly name?: string;
  readonly email?: string;
  /** One that there is already. */
  readonly organisationId?: string;
  readonly organisationName?: string;
  readonly category?: string;
  readonly isContact?: boolean;
}

/** A mail that was asked for. */
export interface AskedMail {
  readonly subject: string;
  readonly text: string;
  readonly to: { readonly name: string | null; readonly address: string };
}

/** What browsers say of a form of ours. */
export const fromOurPages: Headers = { 'sec-fetch-site': 'same-origin' };

export interface ApplicationsStage extends VisitsStage {
  readonly staff: Headers;
  readonly staffApi: Headers;
  person(this: void, setUp?: PersonSetUp): Promise<StagedPerson>;
  get(this: void, path: string, headers?: Headers): Promise<Answered>;
  post(
    this: void,
    path: string,
    fields: Readonly<Record<string, string>>,
    headers?: Headers,
  ): Promise<Answered>;
  /** Mails to an address, the oldest first. */
  mailsTo(this: void, address: string): Promise<AskedMail[]>;
  /** Begins an application by mail. @returns the secret of its link */
  begin(
    this: void,
    visit: { readonly slug: string },
    setUp?: { name?: string; email?: string },
  ): Promise<Begun>;
  /** Fills in all that is needed. */
  fillIn(this: void, secret: string, different?: Readonly<Record<string, string>>): Promise<void>;
  /** The same, submitted. @returns its row */
  submitted(
    this: void,
    visit: { readonly slug: string },
    setUp?: { name?: string; email?: string; about?: Readonly<Record<string, string>> },
  ): Promise<Begun & { readonly id: string; readonly code: string }>;
}

export interface Begun {
  readonly secret: string;
  readonly email: string;
  /** Its own page. */
  readonly path: string;
}

export interface Answered {
  readonly status: number;
  readonly body: string;
  /** The page without its markup. */
  readonly words: string;
  readonly location: string | null;
}

/** The words of a page without its markup. */
export const wordsOf = (page: string): string =>
  page
    .replaceAll(/<style.*?<\/style>/gs, ' ')
    .replaceAll(/<wbr ?\/?>/g, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', '’')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ');

/** What a hidden control of a page has. */
export const hiddenIn = (page: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '';

const answered = async (response: Response): Promise<Answered> => {
  const body = await response.text();
  return { status: response.status, body, words: wordsOf(body), location: response.headers.get('location') };
};

export const aboutFields = {
  name: 'Ann Example',
  phone: '01632 960 001',
  organisationName: 'Rochdale Borough Council',
  jobTitle: 'Head of housing',
  kind: 'member',
};

/** Starts the visits for a file of tests about applications. */
export async function startApplications(options: SystemOptions = {}): Promise<ApplicationsStage> {
  const stage = await startVisits(options);
  const { url, query } = stage;
  const get = async (path: string, headers: Headers = {}) =>
    answered(await fetch(url + path, { headers, redirect: 'manual' }));
  const post = async (path: string, fields: Readonly<Record<string, string>>, headers: Headers = {}) =>
    answered(
      await fetch(url + path, {
        method: 'POST',
        headers: { ...fromOurPages, ...headers, 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams(fields),
        redirect: 'manual',
      }),
    );
  const mailsTo = async (address: string) => {
    const rows = await query<{ payload: AskedMail }>(
      `SELECT payload FROM outbox WHERE type = 'study-visits.mail-requested.v1' AND payload #>> '{to,address}' = $1
       ORDER BY id`,
      [address],
    );
    return rows.map(({ payload }) => payload);
  };
  const begin: ApplicationsStage['begin'] = async ({ slug }, setUp = {}) => {
    const email = setUp.email ?? `${randomUUID()}@example.org`;
    const asked = await post(`/visits/${slug}/apply`, { name: setUp.name ?? 'Ann Example', email });
    if (asked.status !== 303) throw new Error(`not begun: ${asked.status} ${asked.words}`);
    const secret = secretIn((await mailsTo(email)).at(-1)?.text ?? '');
    return { secret, email, path: `/visits/applications/${secret}` };
  };
  const fillIn: ApplicationsStage['fillIn'] = async (secret, different = {}) => {
    const path = `/visits/applications/${secret}`;
    for (const [part, fields] of [
      ['about', { ...aboutFields, ...different }],
      ['why', { answer: 'To learn how a valley works.' }],
      ['bring-back', { answer: 'A talk to the cabinet.' }],
      ['supporter', { answer: 'My manager agrees.' }],
    ] as const) {
      const mark = hiddenIn((await get(`${path}/${part}`)).body, 'mark');
      const saved = await post(`${path}/${part}`, { ...fields, mark });
      if (saved.status !== 303) throw new Error(`${part} is not saved: ${saved.status} ${saved.words}`);
    }
  };
  return {
    ...stage,
    staff: await stage.headers(staffPerson),
    staffApi: await stage.headers({ ...staffPerson, via: 'api' }),
    get,
    post,
    mailsTo,
    begin,
    fillIn,
    person: (setUp) => stagePerson(stage, setUp),
    submitted: async (visit, { about, ...setUp } = {}) => {
      const begun = await begin(visit, setUp);
      await fillIn(begun.secret, { name: setUp.name ?? 'Ann Example', ...about });
      const version = hiddenIn((await get(`${begun.path}/check`)).body, 'version');
      const sent = await post(`${begun.path}/check`, { version });
      if (sent.status !== 303) throw new Error(`not submitted: ${sent.status} ${sent.words}`);
      const [row] = await query<{ id: string; code: string }>(
        'SELECT id, code FROM applications WHERE email = $1 ORDER BY started_at DESC LIMIT 1',
        [begun.email],
      );
      if (row === undefined) throw new Error('there is no such application');
      return { ...begun, ...row };
    },
  };
}

/** The secret in the link of a mail. */
export const secretIn = (text: string): string =>
  /\/visits\/(?:applications|references)\/([\w-]{43})/.exec(text)?.[1] ?? '';

/** The secret of an application’s own link, as the service makes it. */
export const applicationSecret = ({ system }: Pick<VisitsStage, 'system'>, id: string): string =>
  new LinkSecrets<'application'>(system.secrets.links, 'links to study visits').secretOf('application', id);

async function stagePerson({ query, headers }: VisitsStage, setUp: PersonSetUp = {}): Promise<StagedPerson> {
  const id = randomUUID();
  const organisationId = setUp.organisationId ?? randomUUID();
  const name = setUp.name ?? 'Robin Example';
  const email = setUp.email ?? `robin.${id.slice(0, 8)}@example.org`;
  const organisationName = setUp.organisationName ?? `Council ${organisationId.slice(0, 8)}`;
  await query(
    `INSERT INTO organisations (id, name, category, status, version) VALUES ($1, $2, $3, 'member', 1)
     ON CONFLICT (id) DO NOTHING`,
    [organisationId, organisationName, setUp.category ?? 'full'],
  );
  const person = { id, name, email, phone: '01632 960 002', job_title: 'Officer', roles: [], version: 1 };
  await insert(query, 'people', person);
  await insert(query, 'affiliations', {
    person_id: id,
    organisation_id: organisationId,
    role: 'officer',
    is_booking_contact: setUp.isContact ?? false,
  });
  const signedIn: Person = { id, name, roles: ['person'] };
  return {
    id,
    name,
    email,
    organisationId,
    organisationName,
    pages: await headers(signedIn),
    api: await headers({ ...signedIn, via: 'api' }),
  };
}
