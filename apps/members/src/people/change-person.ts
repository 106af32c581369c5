import { Inject, Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { forbidden, Transactions, type Actor, valueOf } from '#platform';
import { CLOCK, type Clock } from '../tokens.js';
import { describeChanges } from './describe-changes.js';
import type { Checked } from '#checks';
import { isCurrent, type Person } from './domain/person.js';
import type { Objection } from './domain/who-may.js';
import { PeopleRepository, type PersonRevision } from './people.repository.js';
import { PersonMessages } from './person-messages.js';
import { changedMeanwhile, noSuchPerson } from './problems.js';

/** A change of one person's record. */
export interface PersonChange {
  /** What keeps the actor from it, `null` when nothing does. */
  readonly objection: (person: Person) => Objection;
  /** The record after it; the very same where nothing is to be changed. */
  readonly apply: (person: Person, now: Temporal.Instant) => Checked<Person> | Promise<Checked<Person>>;
  /** The version that the actor saw; `null` where it does not matter. */
  readonly version?: number | null;
  readonly action?: PersonRevision['action'];
}

/** How every change of a person's record is made: locked, looked through, written with its history, told to others. */
@Injectable()
export class ChangePerson {
  constructor(
    private readonly transactions: Transactions,
    private readonly people: PeopleRepository,
    private readonly messages: PersonMessages,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @throws Problem 403 when the actor may not; 404 for nobody, or a record that is not in use any more
   * @throws Problem 409 `edited-meanwhile` when the version is another; 422 with what needs attention
   */
  async run(actor: Actor, id: string, change: PersonChange): Promise<Person> {
    return this.transactions.run((manager) => this.within(manager, actor, id, change));
  }

  /** The same within a transaction of the caller's. */
  async within(manager: EntityManager, actor: Actor, id: string, change: PersonChange): Promise<Person> {
    const before = await this.people.lock(manager, id);
    if (!before || !isCurrent(before)) throw noSuchPerson();
    const objection = change.objection(before);
    if (objection !== null) throw forbidden(objection);
    if (typeof change.version === 'number' && change.version !== before.version) throw changedMeanwhile();
    const changed = valueOf(await change.apply(before, this.clock()));
    return this.write(manager, before, changed, { actor, action: change.action ?? 'edited' });
  }

  /**
   * Writes a record that a rule has changed: the next version, a line of history, a message. One that says the same as
   * before is left alone.
   */
  async write(
    manager: EntityManager,
    before: Person,
    changed: Person,
    { actor, action, reason }: Omit<PersonRevision, 'changes'>,
  ): Promise<Person> {
    const changes = await describeChanges(manager, before, changed);
    if (changes.length === 0) return before;
    const now = this.clock();
    const after = {
      ...changed,
      version: before.version + 1,
      // Never goes back, even if a clock did.
      changedAt: Temporal.Instant.compare(now, before.changedAt) > 0 ? now : before.changedAt,
    };
    await this.people.update(manager, before, after, { actor, action, reason: reason ?? null, changes });
    await this.messages.changed(manager, after.id, actor.requestId);
    return after;
  }
}
