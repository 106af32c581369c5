import pg from 'pg';
import { startSystem, type System, type SystemOptions } from '#launcher';
import { startIdentity, type Person } from '../events-calendar/signed-in.ts';

/** What a page answered. */
export interface Answer {
  readonly status: number;
  readonly html: string;
  readonly headers: Headers;
  /** Where a redirect leads; '' for any other answer. */
  readonly location: string;
}

/** An app that files are imported into. */
export interface ImportingApp {
  readonly app: string;
  /** Where files are uploaded. */
  readonly uploadPath: string;
  /** What the rows of a file become. */
  readonly table: string;
  /** Who imports. */
  readonly staff: Person;
}

/** An app with staff signed in who import files. */
export interface Importing {
  readonly system: System;
  readonly url: string;
  headers(this: void, person?: Person): Promise<Record<string, string>>;
  get(this: void, path: string, person?: Person): Promise<Answer>;
  /** Sends the upload form as a browser does. */
  upload(
    this: void,
    file: string | Uint8Array,
    options?: { readonly name?: string; readonly fields?: Record<string, string>; readonly person?: Person },
  ): Promise<Answer>;
  /** Uploads a file that can be read. @returns the path of its preview */
  preview(this: void, file: string | Uint8Array, fields?: Record<string, string>): Promise<string>;
  /** Presses the button of a preview. */
  confirm(this: void, path: string, leaveOut?: boolean, person?: Person): Promise<Answer>;
  /** Sends a form. */
  post(this: void, path: string, fields: Readonly<Record<string, string>>): Promise<Answer>;
  /** Waits until an import has come to an end. @returns its page */
  outcome(this: void, path: string): Promise<Answer>;
  query<Row extends pg.QueryResultRow>(this: void, sql: string, values?: readonly unknown[]): Promise<Row[]>;
  /** How many there are of what the rows of a file become. */
  count(this: void): Promise<number>;
  stop(this: void): Promise<void>;
}

export async function startImporting(
  { app, uploadPath, table, staff }: ImportingApp,
  options: SystemOptions = {},
): Promise<Importing> {
  const identity = await startIdentity(app);
  const system = await startSystem({
    apps: [app],
    ...options,
    env: { ...identity.env, ...options.env },
  });
  const database = new pg.Client({ connectionString: system.databaseUrl(app) });
  await database.connect();
  const url = system.urls[app] ?? '';

  const ask = async (path: string, person: Person, init: RequestInit = {}): Promise<Answer> => {
    const signedIn = await identity.headers(person);
    const response = await fetch(url + path, {
      redirect: 'manual',
      ...init,
      headers: { accept: 'text/html', 'sec-fetch-site': 'same-origin', ...signedIn },
    });
    const { status, headers } = response;
    return { status, headers, html: await response.text(), location: headers.get('location') ?? '' };
  };
  const get: Importing['get'] = async (path, person = staff) => ask(path, person);
  const upload: Importing['upload'] = async (file, { name = 'file.csv', fields = {}, person } = {}) => {
    const body = new FormData();
    body.set('file', new Blob([typeof file === 'string' ? file : Uint8Array.from(file)]), name);
    for (const [field, value] of Object.entries(fields)) body.set(field, value);
    return ask(uploadPath, person ?? staff, { method: 'POST', body });
  };
  const query: Importing['query'] = async (sql, values = []) => (await database.query(sql, [...values])).rows;
  return {
    system,
    url,
    headers: (person = staff) => identity.headers(person),
    get,
    upload,
    preview: async (file, fields = {}) => {
      const answer = await upload(file, { fields });
      if (answer.status !== 303) throw new Error(`${answer.status}: ${textOf(answer.html)}`);
      return answer.location;
    },
    confirm: async (path, leaveOut = false, person = staff) =>
      ask(`${path}/confirm`, person, {
        method: 'POST',
        body: new URLSearchParams(leaveOut ? { 'leave-out': 'yes' } : {}),
      }),
    post: async (path, fields) => ask(path, staff, { method: 'POST', body: new URLSearchParams(fields) }),
    outcome: async (path) => {
      for (;;) {
        const page = await get(path);
        if (!page.html.includes('is being imported')) return page;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    query,
    count: async () => {
      const [row] = await query<{ count: number }>(`SELECT count(*)::int AS count FROM ${table}`);
      return row?.count ?? 0;
    },
    stop: async () => {
      await database.end();
      await system.stop();
      await identity.stop();
    },
  };
}

/** A page's words, without its markup. */
export function textOf(html: string): string {
  return (/<main[^]*<\/main>/.exec(html)?.[0] ?? html)
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** The cells of each row of a page's table, as text. */
export function tableOf(html: string): string[][] {
  const body = /<tbody[^]*?<\/tbody>/.exec(html)?.[0] ?? '';
  return [...body.matchAll(/<tr[^]*?<\/tr>/g)].map(([row]) =>
    [...row.matchAll(/<t[hd][^]*?<\/t[hd]>/g)].map(([cell]) => textOf(cell)),
  );
}
