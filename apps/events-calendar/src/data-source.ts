import type { DataSource } from 'typeorm';
import { postgresDataSource } from '#platform';
import { EventRow } from './events/event.entity.js';
import { OccurrenceRow } from './events/occurrence.entity.js';
import { RevisionRow } from './events/revision.entity.js';
import { SeriesRow } from './events/series.entity.js';
import { ImportEntity } from './imports/import.entity.js';
import { ImportRowEntity } from './imports/import-row.entity.js';
import { CreateEvents1763769600000 } from './migrations/1763769600000-create-events.js';
import { CreateIdempotencyKeys1763773200000 } from './migrations/1763773200000-create-idempotency-keys.js';
import { CreateImports1763776800000 } from './migrations/1763776800000-create-imports.js';

/** @param databaseUrl the address of the service's own role */
export function createDataSource(databaseUrl: string): DataSource {
  return postgresDataSource({
    url: databaseUrl,
    schema: 'events_calendar',
    entities: [EventRow, OccurrenceRow, RevisionRow, SeriesRow, ImportEntity, ImportRowEntity],
    migrations: [CreateEvents1763769600000, CreateIdempotencyKeys1763773200000, CreateImports1763776800000],
  });
}
