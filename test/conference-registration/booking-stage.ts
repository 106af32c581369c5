import { randomUUID } from 'node:crypto';
import type { Booker, ConferenceStage, StagedConference } from './stage.js';

/** What a browser was answered. */
export interface Visited {
  readonly status: number;
  readonly html: string;
  /** What it says, without markup. */
  readonly text: string;
  readonly location: string | null;
}

export type Fields = Readonly<Record<string, string | readonly string[] | Blob>>;

/** A browser of somebody's, asking the app itself: what the shell would say of them goes with each request. */
export interface Pages {
  get(this: void, path: string): Promise<Visited>;
  post(this: void, path: string, fields?: Fields): Promise<Visited>;
}

const textOf = (html: string): string =>
  html
    .replaceAll(/<(head|script)\b.*?<\/\1>/gs, ' ')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .trim();

export function pagesOf({ url }: ConferenceStage, headers: Readonly<Record<string, string>>): Pages {
  const ask = async (path: string, init: RequestInit): Promise<Visited> => {
    const response = await fetch(url + path, {
      redirect: 'manual',
      ...init,
      headers: { accept: 'text/html', 'sec-fetch-site': 'same-origin', ...headers },
    });
    const html = await response.text();
    return { status: response.status, html, text: textOf(html), location: response.headers.get('location') };
  };
  return {
    get: (path) => ask(path, {}),
    post: (path, fields = {}) => ask(path, { method: 'POST', body: bodyOf(fields) }),
  };
}

/** A form with a file in it is sent in parts, as browsers do. */
function bodyOf(fields: Fields): URLSearchParams | FormData {
  const isInParts = Object.values(fields).some((value) => value instanceof Blob);
  const body = isInParts ? new FormData() : new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    if (value instanceof Blob) {
      if (body instanceof FormData) body.append(name, value);
    } else for (const one of [value].flat()) body.append(name, one);
  }
  return body;
}

/** Begins a booking for somebody's organisation. @returns its reference */
export async function beginBooking(
  stage: ConferenceStage,
  booker: Booker,
  conference: StagedConference,
  quantities: Readonly<Record<string, number>>,
): Promise<string> {
  const ids = Object.entries(quantities).map(([name, number]) => [conference.tickets[name] ?? name, number]);
  const begun = await stage.api<{ reference: string }>(
    'POST',
    `/conferences/${conference.id}/bookings`,
    booker.api,
    { for: { organisationId: booker.organisationId }, quantities: Object.fromEntries(ids) as object },
  );
  if (begun.status !== 201) throw new Error(`no booking was begun: ${JSON.stringify(begun)}`);
  return begun.body.reference;
}

/** A question put straight into the tables. @returns its id */
export async function stageQuestion(
  { query }: ConferenceStage,
  conference: StagedConference,
  position: number,
  question: Readonly<Record<string, unknown>>,
): Promise<string> {
  const id = randomUUID();
  const row = {
    id,
    conference_id: conference.id,
    position,
    asked_of: 'delegate',
    kind: 'text',
    label: `Question ${position}?`,
    required: false,
    asks_approval: false,
    ...question,
  };
  const names = Object.keys(row);
  await query(
    `INSERT INTO questions (${names.join(', ')}) VALUES (${names.map((_, index) => `$${index + 1}`).join(', ')})`,
    Object.values(row).map((value) =>
      typeof value === 'object' && value !== null ? JSON.stringify(value) : value,
    ),
  );
  // As staff's changes do, so that what is kept of the conference is read again.
  await query('UPDATE conferences SET version = version + 1 WHERE id = $1', [conference.id]);
  return id;
}

export const payment = {
  payment: 'invoice',
  purchaseOrder: '',
  'billTo.name': 'Rochdale Borough Council',
  'billTo.address': 'Number One Riverside\nRochdale',
  'billTo.email': '',
};

/** Fills in all of a booking but for its questions, so that it can be confirmed. */
export async function fillIn(pages: Pages, reference: string, names: readonly string[]): Promise<void> {
  const path = `/conference/bookings/${reference}`;
  for (const [index, name] of names.entries()) {
    const page = await pages.get(`${path}/delegates/${index + 1}`);
    const ticketTypeId = /name="ticketTypeId"[^>]*value="([^"]+)"/.exec(page.html)?.[1] ?? '';
    const answer = await pages.post(`${path}/delegates/${index + 1}`, {
      name,
      email: `${name
        .slice(0, 20)
        .replaceAll(/[^a-z]/gi, '.')
        .toLowerCase()}@example.org`,
      ticketTypeId,
    });
    if (answer.status !== 303) throw new Error(`delegate ${index + 1} was not saved: ${answer.text}`);
  }
  const paid = await pages.post(`${path}/payment`, payment);
  if (paid.status !== 303) throw new Error(`the payment was not saved: ${paid.text}`);
}

/** The total on the page where answers are checked, in pence. */
export async function totalOn(pages: Pages, reference: string): Promise<string> {
  const page = await pages.get(`/conference/bookings/${reference}/check`);
  return /name="total"[^>]*value="(\d+)"/.exec(page.html)?.[1] ?? `none (${page.status})`;
}
