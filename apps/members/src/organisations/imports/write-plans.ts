import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '#platform';
import { diff } from '../domain/changes.js';
import { MembershipsRepository } from '../memberships.repository.js';
import { OrganisationMessages } from '../organisation-messages.js';
import { OrganisationsRepository, type Write } from '../organisations.repository.js';
import type { Plan } from './planning/plan-row.js';

/** How many organisations are written between two reports of progress. */
const chunk = 250;

type Changed = Extract<Plan, { outcome: 'changed' }>;

/** Carries plans out, many organisations at a time, each as one line `imported` in its history, with its messages. */
@Injectable()
export class WritePlans {
  constructor(
    private readonly organisations: OrganisationsRepository,
    private readonly memberships: MembershipsRepository,
    private readonly messages: OrganisationMessages,
  ) {}

  /** @param onProgress told how many plans are done, now and then; what it throws ends the writing */
  async run(
    manager: EntityManager,
    actor: Actor,
    plans: readonly Plan[],
    onProgress: (done: number) => Promise<void>,
  ): Promise<void> {
    for (let from = 0; from < plans.length; from += chunk) {
      await this.write(manager, actor, plans.slice(from, from + chunk));
      await onProgress(Math.min(from + chunk, plans.length));
    }
  }

  private async write(manager: EntityManager, actor: Actor, plans: readonly Plan[]): Promise<void> {
    const added = plans.flatMap((plan): Write[] => (plan.outcome === 'new' ? [newWrite(plan, actor)] : []));
    const changed = plans.filter((plan) => plan.outcome === 'changed');
    const updated = changed.map((plan) => changeWrite(plan, actor));
    await this.organisations.add(manager, added);
    await this.organisations.update(manager, updated);
    await this.correctDates(manager, changed);
    await this.messages.written(manager, [...added, ...updated], actor.requestId);
  }

  /** What is known better now of when they joined or left holds for the numbers over time too. */
  private async correctDates(manager: EntityManager, changed: readonly Changed[]): Promise<void> {
    const joined = changed.filter(
      ({ before, after, memberships }) => memberships.length === 0 && before.joinedOn !== after.joinedOn,
    );
    const left = changed.filter(
      ({ before, after, memberships }) =>
        memberships.length === 0 && before.leftOn !== after.leftOn && after.status === 'left',
    );
    const asJoined = joined.map(({ after }) => ({ id: after.id, on: after.joinedOn }));
    await this.memberships.correct(manager, 'joined', asJoined);
    const asLeft = left.map(({ after }) => ({ id: after.id, on: after.leftOn }));
    await this.memberships.correct(manager, 'left', asLeft);
  }
}

const newWrite = ({ organisation, memberships }: Extract<Plan, { outcome: 'new' }>, actor: Actor): Write => ({
  organisation,
  revision: { actor, action: 'imported', changes: diff(null, organisation) },
  memberships,
});

const changeWrite = ({ after, changes, memberships, reason }: Changed, actor: Actor): Write => ({
  organisation: after,
  revision: { actor, action: 'imported', reason, changes },
  memberships,
});
