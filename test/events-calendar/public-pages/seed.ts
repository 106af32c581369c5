import { createDataSource } from '../../../apps/events-calendar/src/data-source.js';
import { SeriesRow } from '../../../apps/events-calendar/src/events/series.entity.js';
import { EventMessages } from '../../../apps/events-calendar/src/events/event-messages.js';
import { EventsRepository } from '../../../apps/events-calendar/src/events/events.repository.js';
import type { CalendarEvent } from '../../../apps/events-calendar/src/events/domain/event.js';
import { Outbox } from '#messaging';
import { byItself, type Identity } from '#platform';

const nobody: Identity = { ...byItself('Tests'), roles: ['staff'] };

/** Puts events, as they are, into the database of a system under test. */
export async function seed(
  databaseUrl: string,
  events: readonly CalendarEvent[],
  series: Readonly<Record<string, string>> = {},
): Promise<void> {
  const dataSource = await createDataSource(databaseUrl).initialize();
  try {
    const repository = new EventsRepository(dataSource, new EventMessages(new Outbox('events-calendar')));
    await dataSource.transaction(async (manager) => {
      for (const [slug, name] of Object.entries(series)) await manager.insert(SeriesRow, { slug, name });
      for (const event of events) {
        await repository.add(manager, event, {
          actor: { identity: nobody, requestId: 'tests' },
          action: 'created',
          changes: [],
        });
      }
    });
  } finally {
    await dataSource.destroy();
  }
}
