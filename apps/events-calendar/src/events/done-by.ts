import { nameOfActor } from '#platform';
import type { RevisionRow } from './revision.entity.js';

/** Who made a change, in words: "Sam Staff", or "Sam Staff, for Xiu Example" where staff acted for somebody. */
export function doneBy({
  personName,
  actorId,
  actorName,
}: Pick<RevisionRow, 'personName' | 'actorId' | 'actorName'>): string {
  const actor = actorName === null ? null : { personId: actorId ?? '', name: actorName };
  return nameOfActor({ name: personName, actor });
}
