import { Injectable } from '@nestjs/common';
import { Equal, type EntityManager } from 'typeorm';
import { ConferenceDelegateRow } from '../conferences/conference-delegate.entity.js';
import { StandShiftRow } from '../stands/stand-shift.entity.js';
import { forgetItemsOf } from '../visits/keep-items.js';
import { VisitTravellerRow } from '../visits/visit-traveller.entity.js';
import { RevisionRow } from '../events/revision.entity.js';
import { ImportEntity } from '../imports/import.entity.js';
import { FollowRow } from '../following/follow.entity.js';
import { moveFollows } from '../following/move-follows.js';
import { PersonalFeedRow } from '../personal-feeds/personal-feed.entity.js';
import { ErasedPersonRow } from './erased-person.entity.js';
import { PersonRow } from './person.entity.js';

/** Lets what belongs to a record that was merged into another follow it there. */
@Injectable()
export class MergePerson {
  /** The caller holds the lock of all people ({@link lockPeopleAlone}). */
  async run(manager: EntityManager, loser: string, into: string): Promise<void> {
    // The messages of two merges, one after the other, may come in any order; rows never point at a merged record.
    const next = await manager.findOneBy(PersonRow, { id: into });
    const survivor = next?.mergedInto ?? into;
    await manager.update(PersonRow, { mergedInto: Equal(loser) }, { mergedInto: survivor });
    await manager.update(PersonRow, { id: loser }, { mergedInto: survivor });
    await manager.update(RevisionRow, { personId: loser }, { personId: survivor });
    await manager.update(RevisionRow, { actorId: loser }, { actorId: survivor });
    await manager.update(ImportEntity, { personId: loser }, { personId: survivor });
    if (await manager.existsBy(ErasedPersonRow, { id: survivor })) {
      await manager.update(ConferenceDelegateRow, { personId: loser }, { personId: null });
      await manager.update(StandShiftRow, { personId: loser }, { personId: null, facts: null });
      await forgetItemsOf(manager, loser);
      await manager.update(VisitTravellerRow, { personId: loser }, { personId: null, facts: null });
      await manager.delete(PersonalFeedRow, { personId: loser });
      await manager.delete(FollowRow, { personId: loser });
      return;
    }
    await manager.update(ConferenceDelegateRow, { personId: loser }, { personId: survivor });
    await manager.update(StandShiftRow, { personId: loser }, { personId: survivor });
    await manager.update(VisitTravellerRow, { personId: loser }, { personId: survivor });
    await moveFollows(manager, loser, survivor);
    // Both addresses go on working where each record had one: calendars subscribe to them.
    await manager.update(PersonalFeedRow, { personId: loser }, { personId: survivor });
  }
}
