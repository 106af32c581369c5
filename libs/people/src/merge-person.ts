import { Inject, Injectable } from '@nestjs/common';
import { Equal, type EntityManager } from 'typeorm';
import { ErasedPersonRow } from './erased-person.entity.js';
import { PERSON_PARTS, type PersonPart } from './person-part.js';
import { PersonRow } from './person.entity.js';

/** Lets what belongs to a record that was merged into another follow it there. */
@Injectable()
export class MergePerson {
  constructor(@Inject(PERSON_PARTS) private readonly parts: readonly PersonPart[]) {}

  /**
   * Where the other has been erased nothing follows; this one's own erasure is on its way. The caller holds the lock of all
   * people ({@link lockPeopleAlone}).
   */
  async run(manager: EntityManager, loser: string, into: string): Promise<void> {
    // The messages of two merges, one after the other, may come in any order; rows never point at a merged record.
    const next = await manager.findOneBy(PersonRow, { id: into });
    const survivor = next?.mergedInto ?? into;
    await manager.update(PersonRow, { mergedInto: Equal(loser) }, { mergedInto: survivor });
    await manager.update(PersonRow, { id: loser }, { mergedInto: survivor });
    if (await manager.existsBy(ErasedPersonRow, { id: survivor })) return;
    for (const { merge } of this.parts) await merge?.(manager, loser, survivor);
    for (const { table, column } of this.parts.flatMap(({ columns }) => columns)) {
      await manager.query(`UPDATE ${table} SET ${column} = $2 WHERE ${column} = $1`, [loser, survivor]);
    }
  }
}
