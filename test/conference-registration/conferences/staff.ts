import { staffPerson, type Person } from '../../events-calendar/signed-in.js';
import type { ConferenceStage } from '../stage.js';

/** What a page answered. */
export interface PageAnswer {
  readonly status: number;
  readonly html: string;
  /** Where a redirect leads; `null` for any other answer. */
  readonly location: string | null;
}

export type Fields = Readonly<Record<string, string>>;

/** Browsers of the people who set conferences up. */
export interface StaffBrowser {
  get(this: void, path: string, person?: Person | null): Promise<PageAnswer>;
  /** Sends a form as a browser does. */
  post(this: void, path: string, fields?: Fields, person?: Person | null): Promise<PageAnswer>;
  /** The hidden value of a form. */
  hidden(this: void, path: string, name: string): Promise<string>;
  /** Plans a conference with what is given put over {@link goodConference}. @returns its id */
  plan(this: void, fields?: Fields): Promise<string>;
  /** Takes it to another status by its page. */
  step(this: void, id: string, to: string, reason?: string): Promise<PageAnswer>;
  /** Adds a ticket for £195 to it, straight into the tables. */
  addTicket(this: void, id: string, columns?: Readonly<Record<string, unknown>>): Promise<string>;
}

/** A form that lacks nothing. */
export const goodConference: Fields = {
  title: 'Annual Conference 2035',
  slug: '',
  summary: 'Two days on co-operative councils.',
  'firstDay.day': '9',
  'firstDay.month': '10',
  'firstDay.year': '2035',
  'lastDay.day': '10',
  'lastDay.month': '10',
  'lastDay.year': '2035',
  times: '9.30am to 5pm\n9am to 3.30pm',
  zone: 'Europe/London',
  host: 'Rochdale Borough Council',
  'venue.name': 'Rochdale Town Hall',
  'venue.address': 'The Esplanade\nRochdale',
  description: 'Plenaries and **workshops**.',
  'contact.name': 'Sam Example',
  'contact.email': 'sam@example.org',
  'contact.phone': '',
  'closesAt.day': '1',
  'closesAt.month': '10',
  'closesAt.year': '2035',
  'closesAt.time': '5pm',
  'refundSteps.0.until.day': '31',
  'refundSteps.0.until.month': '8',
  'refundSteps.0.until.year': '2035',
  'refundSteps.0.percent': '100',
  terms: 'Be kind.',
  paymentDays: '30',
  offerWorkingDays: '3',
};

export function staffBrowser(stage: ConferenceStage): StaffBrowser {
  const ask = async (path: string, person: Person | null, init: RequestInit): Promise<PageAnswer> => {
    const response = await fetch(stage.url + path, {
      redirect: 'manual',
      ...init,
      headers: {
        accept: 'text/html',
        ...(person && (await stage.headers(person))),
        ...(init.method === 'POST' && { 'sec-fetch-site': 'same-origin' }),
      },
    });
    return {
      status: response.status,
      html: await response.text(),
      location: response.headers.get('location'),
    };
  };
  const get: StaffBrowser['get'] = (path, person = staffPerson) => ask(path, person, {});
  const post: StaffBrowser['post'] = (path, fields = {}, person = staffPerson) =>
    ask(path, person, { method: 'POST', body: new URLSearchParams(fields) });
  const hidden: StaffBrowser['hidden'] = async (path, name) =>
    new RegExp(`name="${name}" value="([^"]*)"`).exec((await get(path)).html)?.[1] ?? '';
  return {
    get,
    post,
    hidden,
    plan: async (fields = {}) => {
      const once = await hidden('/conference/manage/new', 'once');
      const saved = await post('/conference/manage/new', { ...goodConference, ...fields, once });
      const id = /^\/conference\/manage\/([\w-]+)$/.exec(saved.location ?? '')?.[1];
      if (id === undefined) throw new Error(`not planned: ${saved.status} ${saved.html}`);
      return id;
    },
    step: async (id, to, reason = '') => {
      const path = `/conference/manage/${id}/status/${to}`;
      return post(path, { version: await hidden(path, 'version'), reason });
    },
    addTicket: async (id, columns = {}) => {
      const [row] = await stage.query<{ id: string }>(
        `INSERT INTO ticket_types (id, conference_id, position, kind, name, description, format, vat_basis_points, hidden, least, needs_approval, on_sale_until, withdrawn_at, days)
         VALUES (gen_random_uuid(), $1, 1, $2, $3, '', $4, 2000, false, 0, false, $5, $6, $7) RETURNING id`,
        [
          id,
          columns['kind'] ?? 'ticket',
          columns['name'] ?? 'Both days',
          columns['format'] ?? 'in-person',
          columns['on_sale_until'] ?? null,
          columns['withdrawn_at'] ?? null,
          columns['days'] ?? [],
        ],
      );
      const ticketId = row?.id ?? '';
      if (columns['price'] !== null) {
        await stage.query(`INSERT INTO prices (ticket_type_id, category, pence) VALUES ($1, 'full', $2)`, [
          ticketId,
          columns['price'] ?? 19_500,
        ]);
      }
      return ticketId;
    },
  };
}
