import { readFile } from 'node:fs/promises';
import { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { Outbox } from '#messaging';
import { byItself, readSettings, type Actor } from '#platform';
import { createDataSource } from '../data-source.js';
import { homeZone } from '../events/domain/zones.js';
import { EventMessages } from '../events/event-messages.js';
import { EventRow } from '../events/event.entity.js';
import { EventsRepository } from '../events/events.repository.js';
import type { ImportRow } from '../imports/domain/import-row.js';
import { readCsv } from '../imports/domain/read-csv.js';
import { planRows } from '../imports/planning/plan-rows.js';
import { usualDefaults } from '../imports/usual-defaults.js';
import { writePlans } from '../imports/writing/write-plans.js';
import { newEventSettings } from '../settings.js';
import { upcomingEvents, type DemoEvent } from './upcoming-events.js';

const actor: Actor = {
  identity: byItself('Demonstration data'),
  requestId: 'demonstration',
};

/**
 * Loads the demonstration into a calendar that has no events yet: what the network did, and a dozen events to come, dated
 * from today on. They are written as an import writes its rows.
 *
 * @param databaseUrl the address of the service's own role
 * @returns what was loaded, in words; `null` where there were events already
 * @throws Error naming the row of the demonstration's own file that cannot be imported
 */
export async function loadDemo(databaseUrl: string): Promise<string | null> {
  const dataSource = await createDataSource(databaseUrl).initialize();
  const repository = new EventsRepository(dataSource, new EventMessages(new Outbox('events-calendar')));
  try {
    return await dataSource.transaction((manager) => load(manager, repository));
  } finally {
    await dataSource.destroy();
  }
}

async function load(manager: EntityManager, events: EventsRepository): Promise<string | null> {
  if (await manager.exists(EventRow)) return null;
  const now = Temporal.Now.instant();
  const coming = upcomingEvents(now.toZonedDateTimeISO(homeZone).toPlainDate()).map(rowOf);
  const past = await pastEvents();
  const planned = await planRows(manager, [...past, ...coming], {
    file: { format: 'csv', silentOn: [] },
    now,
  });
  const { UID_DOMAIN } = readSettings(newEventSettings, process.env);
  for (const { row, plan } of planned) {
    if (plan.outcome === 'problem') throw new Error(problemsOf(row, plan.problems));
  }
  const plans = planned.map(({ plan }) => plan);
  await writePlans(manager, events, plans, { actor, uidDomain: UID_DOMAIN });
  return `Demonstration data: ${past.length} past and ${coming.length} coming events.`;
}

async function pastEvents(): Promise<readonly ImportRow[]> {
  const text = await readFile(new URL('network-events.csv', import.meta.url), 'utf8');
  const { rows, problems } = readCsv(text, usualDefaults);
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join(' '));
  return rows;
}

const problemsOf = (row: ImportRow, problems: ImportRow['problems']): string =>
  `${row.title}: ${problems.map(({ message }) => message).join(' ')}`;

function rowOf({ details, status, reason }: DemoEvent): ImportRow {
  return {
    line: 0,
    title: details.title,
    ref: null,
    uid: null,
    status,
    statusReason: reason,
    replacedBy: null,
    details,
    problems: [],
    notes: [],
  };
}
