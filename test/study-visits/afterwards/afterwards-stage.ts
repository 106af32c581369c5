import { Temporal } from 'temporal-polyfill';
import {
  staffPerson,
  startVisits,
  type StagedTraveller,
  type StagedVisit,
  type VisitsStage,
} from '../stage.js';

type Headers = Readonly<Record<string, string>>;

/** The visits by themselves, and what tests of what comes after them do with them. */
export interface AfterwardsStage extends VisitsStage {
  readonly staff: Headers;
  /** What a browser of whoever has a link sends. */
  readonly own: Headers;
  /** A visit that was over so many days ago. */
  over(this: void, daysAgo: number, columns?: Readonly<Record<string, unknown>>): Promise<StagedVisit>;
  /** Sends a form. */
  form(
    this: void,
    path: string,
    values: Readonly<Record<string, string>>,
    headers: Headers,
  ): Promise<Response>;
  /** A page as text. */
  text(this: void, path: string, headers?: Headers): Promise<string>;
  /** The subjects of the mails that were asked for to somebody. */
  mailsTo(this: void, who: StagedTraveller): Promise<readonly string[]>;
}

/** A day by the clock of the visits' own zone, so many before today. */
export const daysAgo = (days: number): string =>
  Temporal.Now.plainDateISO('Europe/Madrid').subtract({ days }).toString();

export async function startAfterwards(): Promise<AfterwardsStage> {
  const stage = await startVisits();
  const own: Headers = { 'sec-fetch-site': 'same-origin' };
  return {
    ...stage,
    own,
    staff: { ...(await stage.headers(staffPerson)), ...own },
    over: (days, columns = {}) =>
      stage.visit({
        status: 'over',
        columns: { first_day: daysAgo(days + 5), last_day: daysAgo(days), ...columns },
      }),
    form: (path, values, headers) =>
      fetch(stage.url + path, {
        method: 'POST',
        redirect: 'manual',
        headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams(values),
      }),
    text: async (path, headers = {}) =>
      (await (await fetch(stage.url + path, { headers })).text())
        .replaceAll(/<[^>]+>/g, ' ')
        .replaceAll(/\s+/g, ' '),
    mailsTo: async ({ email }) => {
      const rows = await stage.query<{ subject: string }>(
        `SELECT payload ->> 'subject' AS subject FROM outbox
         WHERE type = 'study-visits.mail-requested.v1' AND payload #>> '{to,address}' = $1 ORDER BY position`,
        [email],
      );
      return rows.map(({ subject }) => subject);
    },
  };
}
