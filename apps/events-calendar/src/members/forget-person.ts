import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ConferenceDelegateRow } from '../conferences/conference-delegate.entity.js';
import { StandShiftRow } from '../stands/stand-shift.entity.js';
import { forgetItemsOf } from '../visits/keep-items.js';
import { VisitTravellerRow } from '../visits/visit-traveller.entity.js';
import { ImportEntity } from '../imports/import.entity.js';
import { RevisionRow } from '../events/revision.entity.js';
import { FollowRow } from '../following/follow.entity.js';
import { PersonalFeedRow } from '../personal-feeds/personal-feed.entity.js';
import { erasedName, type Forgotten } from './domain/forgotten.js';
import { ErasedPersonRow } from './erased-person.entity.js';
import { ForgetContact } from './forget-contact.js';
import { lockPeopleAlone } from './people-lock.js';
import { PersonRow } from './person.entity.js';

/** Forgets a person wherever the calendar holds something of them. What they did stays, without their name. */
@Injectable()
export class ForgetPerson {
  constructor(private readonly contact: ForgetContact) {}

  async run(manager: EntityManager, id: string): Promise<Forgotten> {
    await lockPeopleAlone(manager);
    const person = await manager.findOneBy(PersonRow, { id });
    const contacts = person?.emailHash ? await this.contact.run(manager, person.emailHash) : 0;
    const feeds = await manager.delete(PersonalFeedRow, { personId: id });
    const follows = await manager.delete(FollowRow, { personId: id });
    const conferences = await manager.update(ConferenceDelegateRow, { personId: id }, { personId: null });
    const shifts = await manager.update(StandShiftRow, { personId: id }, { personId: null, facts: null });
    await forgetItemsOf(manager, id);
    const travels = await manager.update(
      VisitTravellerRow,
      { personId: id },
      { personId: null, facts: null },
    );
    const did = await manager.update(
      RevisionRow,
      { personId: id },
      { personId: null, personName: erasedName },
    );
    const actedFor = await manager.update(
      RevisionRow,
      { actorId: id },
      { actorId: null, actorName: erasedName },
    );
    const imports = await manager.update(
      ImportEntity,
      { personId: id },
      { personId: '', personName: erasedName },
    );
    await forgetTraffic(manager, id);
    const record = await manager.delete(PersonRow, { id });
    await manager.upsert(ErasedPersonRow, { id }, ['id']);
    return {
      feeds: feeds.affected ?? 0,
      follows: follows.affected ?? 0,
      conferences: conferences.affected ?? 0,
      shifts: shifts.affected ?? 0,
      travels: travels.affected ?? 0,
      historyLines: (did.affected ?? 0) + (actedFor.affected ?? 0),
      imports: imports.affected ?? 0,
      contacts,
      record: record.affected === 1,
    };
  }
}

/** What is kept of requests and of messages that could not be handled goes by itself, but not at once. */
async function forgetTraffic(manager: EntityManager, id: string): Promise<void> {
  await manager.query('DELETE FROM idempotency_keys WHERE credential = $1', [id]);
  await manager.query(
    `DELETE FROM dead_letters WHERE type = 'members.person-changed.v1' AND message -> 'payload' ->> 'id' = $1`,
    [id],
  );
}
