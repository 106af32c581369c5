import type { Browser, BrowserContext } from 'playwright-core';
import type { SystemOptions } from '#launcher';
import { until } from '../../until.js';
import {
  staffPerson,
  startVisits,
  type StagedTraveller,
  type StagedVisit,
  type VisitsStage,
} from '../stage.js';

/** What a page, or a form that was sent, was answered with. */
export interface Asked {
  readonly status: number;
  readonly text: string;
  readonly location: string | null;
}

type Fields = Readonly<Record<string, string | readonly string[]>>;

/** The visits with hotels, staff and travellers' own links. */
export interface RoomsStage extends VisitsStage {
  /** Asks for a page, or sends a form, as staff. */
  staff(this: void, path: string, fields?: Fields): Promise<Asked>;
  /** The same as nobody who is signed in. */
  visitor(this: void, path: string, fields?: Fields): Promise<Asked>;
  /** Staff's browser. */
  staffBrowser(this: void, browser: Browser, javaScriptEnabled?: boolean): Promise<BrowserContext>;
  /** Adds a hotel by its form; gives its id. */
  hotel(this: void, visit: StagedVisit, name: string, kinds: readonly Kind[]): Promise<string>;
  /** Says by a traveller's own link how they would like to sleep. */
  wish(this: void, traveller: StagedTraveller, fields: Fields): Promise<Asked>;
  /** Has rooms searched for and waits until that is over. */
  propose(this: void, visit: StagedVisit): Promise<void>;
  /** Who sleeps where: `2035-03-11 TW-01: Ann + Bo`. */
  board(this: void, visit: StagedVisit): Promise<readonly string[]>;
}

/** Rooms of a hotel that are alike. */
export interface Kind {
  readonly type: 'SG' | 'DB' | 'TW' | 'TR' | 'QD';
  readonly rooms: number;
  readonly price?: string;
  readonly accessible?: boolean;
}

function bodyOf(fields: Fields): URLSearchParams {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(fields))
    for (const each of [value].flat()) body.append(name, each);
  return body;
}

export const hotelFields = (name: string, kinds: readonly Kind[]): Fields => ({
  name,
  ...Object.fromEntries(
    kinds.flatMap(({ type, rooms, price = '100', accessible = false }, index) => [
      [`kinds.${index}.type`, type],
      [`kinds.${index}.rooms`, String(rooms)],
      [`kinds.${index}.price`, price],
      [`kinds.${index}.accessible`, accessible ? 'yes' : ''],
    ]),
  ),
});

export async function startRooms(options: SystemOptions = {}): Promise<RoomsStage> {
  const stage = await startVisits(options);
  const headers = await stage.headers(staffPerson);
  const send = async (path: string, fields: Fields | undefined, more: Record<string, string>) => {
    const response = await fetch(`${stage.url}${path}`, {
      method: fields ? 'POST' : 'GET',
      redirect: 'manual',
      headers: { ...more, 'sec-fetch-site': 'same-origin' },
      ...(fields && { body: bodyOf(fields) }),
    });
    return {
      status: response.status,
      text: await response.text(),
      location: response.headers.get('location'),
    };
  };
  const staff: RoomsStage['staff'] = (path, fields) => send(path, fields, headers);
  const visitor: RoomsStage['visitor'] = (path, fields) => send(path, fields, {});
  return {
    ...stage,
    staff,
    visitor,
    staffBrowser: (browser, javaScriptEnabled = true) =>
      browser.newContext({ extraHTTPHeaders: headers, javaScriptEnabled, baseURL: stage.url }),
    hotel: async (visit, name, kinds) => {
      const { status, text } = await staff(`${visit.manage}/rooms/hotels/new`, hotelFields(name, kinds));
      if (status !== 303) throw new Error(`no hotel: ${status} ${text}`);
      const [row] = await stage.query<{ id: string }>(
        'SELECT id FROM hotels WHERE visit_id = $1 AND name = $2',
        [visit.id, name],
      );
      return row?.id ?? '';
    },
    wish: async (traveller, fields) => {
      const [row] = await stage.query<{ version: number }>('SELECT version FROM sleepers WHERE id = $1', [
        traveller.id,
      ]);
      const version = String(row?.version ?? 0);
      return visitor(`/visits/travellers/${traveller.secret}/rooming`, { version, ...fields });
    },
    propose: async (visit) => {
      await staff(`${visit.manage}/rooms/search`, {});
      await until(async () => {
        const [row] = await stage.query<{ open: number }>(
          'SELECT count(*)::int AS open FROM room_searches WHERE visit_id = $1 AND finished_at IS NULL',
          [visit.id],
        );
        return row?.open === 0;
      });
    },
    board: async (visit) => {
      const rows = await stage.query<{ line: string }>(
        `SELECT s.night || ' ' || s.key || ': ' || string_agg(t.name, ' + ' ORDER BY t.name) AS line
         FROM room_stays s JOIN travellers t ON t.id = s.sleeper_id WHERE s.visit_id = $1
         GROUP BY s.night, s.key ORDER BY s.night, s.key`,
        [visit.id],
      );
      return rows.map(({ line }) => line);
    },
  };
}
