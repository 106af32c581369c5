import { expect } from '@jest/globals';
import { bookConfirmed } from '../conference-registration/changing-stage.js';
import type { ConferenceStage } from '../conference-registration/stage.js';
import { staffPerson } from './signed-in.js';

/** Sends a form of the calendar's as staff. */
type Post = (path: string, fields: Record<string, string>) => Promise<unknown>;

/** Publishes an event of the calendar's own, with the title and day of a conference. @returns its name in addresses */
export async function addOwnEvent(stage: ConferenceStage, post: Post, title: string): Promise<string> {
  const app = 'events-calendar';
  const response = await fetch(`${stage.system.urls[app]}/api/v1/events-calendar/events`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(await stage.identity.headers({ ...staffPerson, via: 'api' }, app)),
    },
    body: JSON.stringify({
      title,
      kind: 'conference',
      format: 'in person',
      when: { start: '2035-10-09', end: '2035-10-10', zone: 'Europe/London' },
      audience: 'members',
      series: 'annual-conferences',
    }),
  });
  const event = (await response.json()) as { ref: string; version: number };
  expect([response.status, event]).toEqual([201, expect.anything()]);
  await post(`/calendar/manage/events/${event.ref}/publish`, { version: String(event.version) });
  return event.ref;
}

/** Books a place at a conference. @returns what the delegate is mailed for their own calendar */
export async function invitationTo(stage: ConferenceStage, conferenceId: string): Promise<string> {
  const [ticket] = await stage.query<{ id: string }>('SELECT id FROM ticket_types WHERE conference_id = $1', [
    conferenceId,
  ]);
  const booker = await stage.booker();
  const conference = {
    id: conferenceId,
    slug: '',
    tickets: { Both: ticket?.id ?? '' },
    pools: {},
    codes: {},
  };
  const reference = await bookConfirmed(stage, booker, conference, ['Ada Example']);
  const [mail] = await stage.query<{ calendar: string }>(
    `SELECT payload -> 'calendar' ->> 'content' AS calendar FROM outbox
     WHERE payload ->> 'text' LIKE '%' || $1 || '%' AND payload -> 'calendar' ->> 'content' IS NOT NULL`,
    [reference],
  );
  return mail?.calendar ?? 'no invitation';
}
