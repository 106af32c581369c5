import { randomUUID } from 'node:crypto';
import { apiPath } from '../../../apps/events-calendar/src/api/addresses.js';
import type { ImportOutput } from '../../../apps/events-calendar/src/api/schemas/imports.schema.js';
import { until } from '../../until.js';
import { hourIn, type Stage } from './stage.js';

export interface ImportedEvent {
  readonly title: string;
  /** How many days after the others' first it is. */
  readonly day: number;
  readonly series: string;
  readonly audience: string;
}

/** Publishes events by importing a CSV file, as staff do through the API. */
export async function importEvents(
  { system, staff }: Stage,
  events: readonly ImportedEvent[],
): Promise<void> {
  const ask = async (path: string, init: RequestInit): Promise<ImportOutput> => {
    const response = await fetch(`${system.urls['shell']}${apiPath}/imports${path}`, {
      ...init,
      headers: {
        cookie: `session=${staff.browser.cookies.get('session')}`,
        'sec-fetch-site': 'same-origin',
        'idempotency-key': randomUUID(),
        ...init.headers,
      },
    });
    const body = (await response.json()) as ImportOutput;
    if (!response.ok) throw new Error(`imports${path}: ${JSON.stringify(body)}`);
    return body;
  };
  const lines = events.map(({ title, day, series, audience }) => {
    const { start, end, zone } = hourIn(60 + day);
    return [
      title,
      'meeting',
      'in person',
      start,
      end,
      zone,
      'Town Hall',
      audience,
      series,
      'published',
    ].join();
  });
  const { id } = await ask('', {
    method: 'POST',
    headers: { 'content-type': 'text/csv' },
    body: ['title,kind,format,start,end,timezone,place,audience,series,status', ...lines, ''].join('\r\n'),
  });
  await ask(`/${id}/confirm`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
  await until(async () => (await ask(`/${id}`, {})).state === 'done');
}
