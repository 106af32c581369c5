import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { OrganisationRow } from './organisation.entity.js';

/** Keeps an organisation as a message tells of it, unless a newer one has told already. */
@Injectable()
export class KeepOrganisation {
  async run(manager: EntityManager, organisation: Readonly<OrganisationRow>): Promise<void> {
    const { id, name, category, status, version } = organisation;
    // One of the same version says the same; taking it again repairs a row that was lost or damaged.
    await manager.query(
      `INSERT INTO organisations AS known (id, name, category, status, version) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (id) DO UPDATE
       SET name = excluded.name, category = excluded.category, status = excluded.status, version = excluded.version
       WHERE known.version <= excluded.version`,
      [id, name, category, status, version],
    );
  }
}
