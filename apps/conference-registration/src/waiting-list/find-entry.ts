import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { hashOfLinkSecret, type Identity, isLinkSecret, isStaff, notFound, type Problem } from '#platform';
import { isId } from '../domain/ids.js';
import { WaitingEntryRow } from './waiting-entry.entity.js';

const noSuchEntry = (): Problem =>
  notFound(
    'There is nobody on a waiting list at this address that you may see. Sign in as the person who joined, or use the link in our mail.',
  );

/** Finds places in the line for those who may see them: whoever joined, staff, and whoever has a guest's secret. */
@Injectable()
export class FindEntry {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** @throws Problem 404 */
  async forReading(
    identity: Identity,
    key: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<WaitingEntryRow> {
    const where = isLinkSecret(key) ? { secretHash: hashOfLinkSecret(key) } : isId(key) ? { id: key } : null;
    const entry = where && (await manager.findOneBy(WaitingEntryRow, where));
    if (entry && (isLinkSecret(key) || (await mayHave(manager, identity, entry)))) return entry;
    throw noSuchEntry();
  }
}

async function mayHave(
  manager: EntityManager,
  identity: Identity,
  { personId }: WaitingEntryRow,
): Promise<boolean> {
  if (identity.personId === null) return false;
  if (isStaff(identity) || identity.personId === personId) return true;
  const [row]: { may: boolean }[] = await manager.query(
    'SELECT EXISTS (SELECT FROM people WHERE id = $1 AND merged_into = $2) AS may',
    [identity.personId, personId],
  );
  return row?.may === true;
}
