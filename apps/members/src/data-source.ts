import type { DataSource } from 'typeorm';
import { messageEntities, scheduleEntities } from '#messaging';
import { postgresDataSource } from '#platform';
import { AuditEntryRow } from './audit/audit-entry.entity.js';
import { erasingEntities } from './erasing/erasing-entities.js';
import { CreateOrganisations1763776800000 } from './migrations/1763776800000-create-organisations.js';
import { CreatePeople1763780400000 } from './migrations/1763780400000-create-people.js';
import { CreateAuditEntries1763780401000 } from './migrations/1763780401000-create-audit-entries.js';
import { CreateMessages1763780402000 } from './migrations/1763780402000-create-messages.js';
import { ExtendOrganisations1763780410000 } from './migrations/1763780410000-extend-organisations.js';
import { CreateIdempotencyKeys1763780411000 } from './migrations/1763780411000-create-idempotency-keys.js';
import { AddBoards1763780420000 } from './migrations/1763780420000-add-boards.js';
import { CreateSessions1763780430000 } from './migrations/1763780430000-create-sessions.js';
import { CreateKeysAndTokens1763780431000 } from './migrations/1763780431000-create-keys-and-tokens.js';
import { CreateImports1763780440000 } from './migrations/1763780440000-create-imports.js';
import { CreateErasures1763780460000 } from './migrations/1763780460000-create-erasures.js';
import { CreateRetentionRuns1763780461000 } from './migrations/1763780461000-create-retention-runs.js';
import { TimeMessages1763780485000 } from './migrations/1763780485000-time-messages.js';
import { CreateScheduleRuns1763780486000 } from './migrations/1763780486000-create-schedule-runs.js';
import { importEntities } from './organisations/imports/import-entities.js';
import { organisationEntities } from './organisations/organisation-entities.js';
import { peopleEntities } from './people/people-entities.js';
import { RetentionRunRow } from './retention/retention-run.entity.js';
import { sessionEntities } from './sessions/session-entities.js';

/** @param databaseUrl the address of the service's own role */
export function createDataSource(databaseUrl: string): DataSource {
  return postgresDataSource({
    url: databaseUrl,
    schema: 'members',
    entities: [
      ...organisationEntities,
      ...importEntities,
      ...peopleEntities,
      AuditEntryRow,
      ...messageEntities,
      ...scheduleEntities,
      ...sessionEntities,
      ...erasingEntities,
      RetentionRunRow,
    ],
    migrations: [
      CreateOrganisations1763776800000,
      CreatePeople1763780400000,
      CreateAuditEntries1763780401000,
      CreateMessages1763780402000,
      ExtendOrganisations1763780410000,
      CreateIdempotencyKeys1763780411000,
      AddBoards1763780420000,
      CreateSessions1763780430000,
      CreateKeysAndTokens1763780431000,
      CreateImports1763780440000,
      CreateErasures1763780460000,
      CreateRetentionRuns1763780461000,
      TimeMessages1763780485000,
      CreateScheduleRuns1763780486000,
    ],
  });
}
