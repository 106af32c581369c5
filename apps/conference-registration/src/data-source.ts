import type { DataSource } from 'typeorm';
import { messageEntities, scheduleEntities } from '#messaging';
import { postgresDataSource } from '#platform';
import { membersEntities } from './members/members-entities.js';
import { moneyEntities } from './money/entities/money-entities.js';
import { migrations } from './migrations/index.js';

/** @param databaseUrl the address of the service's own role */
export function createDataSource(databaseUrl: string): DataSource {
  return postgresDataSource({
    url: databaseUrl,
    schema: 'conference_registration',
    entities: [...membersEntities, ...messageEntities, ...scheduleEntities, ...moneyEntities],
    migrations,
  });
}
