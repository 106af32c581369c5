import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { forbidden, Transactions, type Actor, valueOf } from '#platform';
import { ApiTokens } from '../api-tokens/api-tokens.js';
import { AuditLog } from '../audit/audit-log.js';
import { Sessions } from '../sessions/sessions.js';
import { CLOCK, type Clock } from '../tokens.js';
import { ChangePerson } from './change-person.js';
import { merge } from './domain/merge.js';
import { calledName, type Person } from './domain/person.js';
import { objectionToMerging } from './domain/who-may.js';
import { PeopleRepository } from './people.repository.js';
import { changedMeanwhile, noSuchPerson } from './problems.js';

/** A record and the version of it that the actor saw. */
export interface SeenRecord {
  readonly id: string;
  readonly version: number;
}

/** Makes one record of two of the same person. It cannot be undone. */
@Injectable()
export class MergePeople {
  constructor(
    private readonly transactions: Transactions,
    private readonly people: PeopleRepository,
    private readonly changePerson: ChangePerson,
    private readonly sessions: Sessions,
    private readonly tokens: ApiTokens,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @param kept the record that goes on
   * @param gone the one that leads to it from now on; its sessions and API tokens end
   * @returns the record that goes on
   * @throws Problem 403; 404; 409 `edited-meanwhile` when either has changed; 422 when they cannot be merged
   */
  async run(actor: Actor, kept: SeenRecord, gone: SeenRecord): Promise<Person> {
    return this.transactions.run(async (manager) => {
      const [keptBefore, goneBefore] = await this.lockBoth(manager, kept.id, gone.id);
      const objection = objectionToMerging(actor.identity, keptBefore, goneBefore);
      if (objection !== null) throw forbidden(objection);
      if (keptBefore.version !== kept.version || goneBefore.version !== gone.version)
        throw changedMeanwhile();
      const merged = valueOf(merge(keptBefore, goneBefore, uuidv7));
      // First what leaves the one record: an address can be in one only.
      await this.changePerson.write(manager, goneBefore, merged.gone, {
        actor,
        action: 'merged-into',
        reason: `This record was merged into that of ${keptBefore.name}.`,
      });
      const after = await this.changePerson.write(manager, keptBefore, merged.kept, {
        actor,
        action: 'merged',
        reason: `The record of ${goneBefore.name} was merged into this one.`,
      });
      await this.leadOn(manager, actor, goneBefore.id, kept.id);
      await this.end(manager, actor, goneBefore, after);
      return after;
    });
  }

  /** In the order of their ids, so that two merges at once do not wait for each other. */
  private async lockBoth(manager: EntityManager, kept: string, gone: string): Promise<[Person, Person]> {
    const locked = new Map<string, Person>();
    for (const id of [kept, gone].toSorted()) {
      const person = await this.people.lock(manager, id);
      if (!person) throw noSuchPerson();
      locked.set(id, person);
    }
    const [first, second] = [locked.get(kept), locked.get(gone)];
    if (!first || !second) throw noSuchPerson();
    return [first, second];
  }

  /** Whoever was merged into the record before goes where it goes. */
  private async leadOn(manager: EntityManager, actor: Actor, from: string, to: string): Promise<void> {
    for (const id of await this.people.mergedInto(from, manager)) {
      const stone = await this.people.lock(manager, id);
      if (!stone) continue;
      await this.changePerson.write(
        manager,
        stone,
        { ...stone, mergedInto: to },
        { actor, action: 'merged-into' },
      );
    }
  }

  private async end(manager: EntityManager, actor: Actor, gone: Person, kept: Person): Promise<void> {
    const now = this.clock();
    await this.sessions.endAllOf(manager, gone.id, 'merged', now);
    await this.tokens.revokeAllOf(manager, gone.id, now);
    await this.audit.record(manager, {
      act: 'people-merged',
      actor,
      subject: { id: kept.id, name: calledName(kept) },
      details: { mergedId: gone.id, mergedName: calledName(gone) },
    });
  }
}
