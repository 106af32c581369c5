import type { TestIdentity, Person } from '../signed-in.js';

/** A browser in which somebody is signed in to the calendar. */
export interface Subscriber {
  /** A page of the calendar. */
  open(this: void, path: string): Promise<{ status: number; html: string }>;
  /** Sends a form as the page would. */
  send(
    this: void,
    path: string,
    fields: Readonly<Record<string, string>>,
  ): Promise<{ status: number; html: string; location: string | null }>;
  /** Makes a feed, ending one from before. @returns its path */
  makeFeed(this: void): Promise<string>;
}

export async function subscriber(url: string, identity: TestIdentity, person: Person): Promise<Subscriber> {
  const headers = { accept: 'text/html', ...(await identity.headers(person)) };
  const open: Subscriber['open'] = async (path) => {
    const response = await fetch(url + path, { headers, redirect: 'manual' });
    return { status: response.status, html: await response.text() };
  };
  const send: Subscriber['send'] = async (path, fields) => {
    const response = await fetch(url + path, {
      method: 'POST',
      redirect: 'manual',
      headers: { ...headers, 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams(fields),
    });
    return {
      status: response.status,
      html: await response.text(),
      location: response.headers.get('location'),
    };
  };
  return {
    open,
    send,
    makeFeed: async () => {
      const seen = seenIn((await open('/calendar/my-feed')).html);
      const from = seen ?? seenIn((await open('/calendar/my-feed/replace')).html) ?? '';
      const made = await send('/calendar/my-feed/make', { seen: from });
      return feedPathIn(made.html);
    },
  };
}

/** The state of the feed that a page's form goes with; `null` without a form. */
export function seenIn(html: string): string | null {
  return /name="seen" value="([^"]*)"/.exec(html)?.[1] ?? null;
}

/** The path of the feed whose address a page shows. */
export function feedPathIn(html: string): string {
  const path = /\/calendar\/feeds\/personal\/[\w-]{43}\.ics/.exec(html)?.[0];
  if (path === undefined) throw new Error('the page shows no address of a feed');
  return path;
}
