import type { EntityManager } from 'typeorm';
import type { SleeperDetails } from '../domain/sleeper-details.js';
import type { Sleeper } from '../domain/visit-rooms.js';
import { SleeperRow } from '../store/sleeper.entity.js';

/** Writes what is said of somebody's room, with the next version. The caller holds the visit's lock. */
export async function writeSleeper(
  manager: EntityManager,
  visitId: string,
  sleeper: Pick<Sleeper, 'id' | 'part' | 'version'>,
  { wish, nights, ...details }: SleeperDetails,
): Promise<void> {
  const columns = {
    ...details,
    nights: nights === null ? null : [...nights],
    wish: wish?.kind ?? null,
    wishWith: [...(wish?.with ?? [])],
    wishNamed: [...(wish?.named ?? [])],
    version: sleeper.version + 1,
  };
  const travellerId = sleeper.part === 'driver' ? null : sleeper.id;
  if (sleeper.version > 0) await manager.update(SleeperRow, { id: sleeper.id }, columns);
  else await manager.insert(SleeperRow, { id: sleeper.id, visitId, travellerId, ...columns });
}

/** Writes a row for each of these who has none yet: a room may only be theirs then. The caller holds the visit's lock. */
export async function writeUnsaid(
  manager: EntityManager,
  visitId: string,
  sleepers: readonly Sleeper[],
): Promise<void> {
  for (const sleeper of sleepers.filter(({ version }) => version === 0))
    await writeSleeper(manager, visitId, sleeper, {
      title: '',
      forename: '',
      surname: '',
      nights: null,
      wish: null,
      needsAccessible: false,
      note: '',
    });
}
