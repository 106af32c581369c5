import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AppName } from '#contracts';
import { OrganisationMessages } from '../organisations/organisation-messages.js';
import { PersonMessages } from '../people/person-messages.js';

/** How many records are read and told of at once. */
const batch = 500;

/** What can be told of; erased people are nobody any more. */
const idsAfter = {
  organisations: 'SELECT id FROM organisations WHERE id > $1 ORDER BY id LIMIT $2',
  people: 'SELECT id FROM people WHERE erased_at IS NULL AND id > $1 ORDER BY id LIMIT $2',
} as const;

const beforeAll = '00000000-0000-0000-0000-000000000000';

/** Tells one app of everything that it may know, as if all of it had just changed; nobody else hears of it. */
@Injectable()
export class TellAll {
  constructor(
    private readonly organisations: OrganisationMessages,
    private readonly people: PersonMessages,
  ) {}

  /** @returns of how many it told */
  async of(
    manager: EntityManager,
    what: keyof typeof idsAfter,
    to: AppName,
    correlationId: string,
  ): Promise<number> {
    const messages = this[what];
    let told = 0;
    let last: string | undefined = beforeAll;
    while (last !== undefined) {
      const rows: { id: string }[] = await manager.query(idsAfter[what], [last, batch]);
      const ids = rows.map(({ id }) => id);
      told += await messages.tell(manager, ids, correlationId, [to]);
      last = ids.length < batch ? undefined : ids.at(-1);
    }
    return told;
  }
}
