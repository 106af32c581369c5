import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ErasedPersonRow } from './erased-person.entity.js';
import { lockPeopleAlone } from './people-lock.js';
import { PERSON_PARTS, type PersonPart } from './person-part.js';
import { PersonRow } from './person.entity.js';

/** Forgets a person wherever something is held of them. */
@Injectable()
export class ForgetPerson {
  constructor(@Inject(PERSON_PARTS) private readonly parts: readonly PersonPart[]) {}

  /** @returns what was done, in words: "2 delegates’ names replaced, record deleted" */
  async run(manager: EntityManager, id: string): Promise<string> {
    await lockPeopleAlone(manager);
    const person = await manager.findOneBy(PersonRow, { id });
    const leaving = { id, name: person?.name ?? null, email: person?.email?.toLowerCase() ?? null };
    const did: string[] = [];
    for (const { forget } of this.parts) did.push(...(await forget(manager, leaving)));
    await forgetTraffic(manager, id);
    const record = await manager.delete(PersonRow, { id });
    if (record.affected === 1) did.push('record deleted');
    await manager.upsert(ErasedPersonRow, { id }, ['id']);
    return did.join(', ') || 'nothing was kept of them';
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
