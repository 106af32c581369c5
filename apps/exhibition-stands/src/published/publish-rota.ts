import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { lockPeopleForChanges, notedActor } from '#people';
import { conflict, dateOf, Problem, type Actor } from '#platform';
import type { Exhibition } from '../exhibitions/domain/exhibition.js';
import { LockExhibition } from '../exhibitions/lock-exhibition.js';
import { ruleNames } from '../rota/index.js';
import { CLOCK, type Clock } from '../tokens.js';
import { hasIt, type Current } from './domain/rota-diff.js';
import { overridden, type Obstacle, type Override } from './domain/obstacles.js';
import { ReadPublishing } from './read-publishing.js';
import { RotaAssignmentRow } from './rota-assignment.entity.js';
import { RotaRow } from './rota.entity.js';
import { TellShifts } from './tell-shifts.js';
import { WriteCurrent } from './write-current.js';

/** What staff decided by looking at what would be published. */
export interface PublishingDecision {
  /** Of what they looked at; see {@link ReadPublishing}. */
  readonly seen: string;
  /** Why it is published all the same, by the key of what stands against it. */
  readonly reasons: ReadonlyMap<string, string>;
}

/** The rota that is published now, and how many people were told. */
export interface RotaPublished {
  readonly id: string;
  readonly number: number;
  /** Team members who have been written to. */
  readonly told: number;
}

/** Publishes the draft of a rota: from now on it is who has which shift, and everybody for whom something is different is told. */
@Injectable()
export class PublishRota {
  constructor(
    private readonly lock: LockExhibition,
    private readonly publishing: ReadPublishing,
    private readonly write: WriteCurrent,
    private readonly tell: TellShifts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @param manager of the caller's transaction, which holds no lock yet
   * @throws Problem 404; 409 `exhibition-over`, `edited-meanwhile`, or `rules-broken` where something stands against it
   *   without a reason to publish all the same
   */
  async run(
    manager: EntityManager,
    actor: Actor,
    exhibitionId: string,
    { seen, reasons }: PublishingDecision,
  ): Promise<RotaPublished> {
    await lockPeopleForChanges(manager);
    const noted = await notedActor(manager, actor);
    const exhibition = await this.lock.run(manager, exhibitionId);
    mustTakePlace(exhibition);
    const publishing = await this.publishing.of(exhibition, manager);
    if (publishing.seen !== seen) throw editedMeanwhile();
    const { overrides, left } = overridden(publishing.obstacles, reasons);
    if (left.length > 0) throw rulesBroken(left);
    const now = this.clock();
    const rota = { id: uuidv7(), number: (publishing.last?.number ?? 0) + 1 };
    await manager.insert(RotaRow, {
      ...rota,
      exhibitionId: exhibition.id,
      publishedAt: dateOf(now),
      publishedBy: noted.identity.personId,
      overrides: overrides.map((override: Override) => ({ ...override })),
    });
    const written = await this.write.run(manager, exhibition.id, publishing.current, publishing.diff, {
      now,
      source: 'rota',
      goneAs: 'removed',
    });
    await this.keepAssignments(manager, rota.id, written.current.filter(hasIt));
    const told = await this.tell.run(manager, exhibition, written, {
      occasion: rota.id,
      now,
      correlationId: actor.requestId,
    });
    return { ...rota, told };
  }

  private async keepAssignments(
    manager: EntityManager,
    rotaId: string,
    current: readonly Current[],
  ): Promise<void> {
    if (current.length === 0) return;
    await manager.insert(
      RotaAssignmentRow,
      current.map(({ shiftId, memberId, terms }) => ({
        rotaId,
        shiftId,
        teamMemberId: memberId,
        startsAt: dateOf(terms.start),
        endsAt: dateOf(terms.end),
        isLead: terms.isLead,
      })),
    );
  }
}

/** @throws Problem 409 `exhibition-over` */
function mustTakePlace({ status }: Pick<Exhibition, 'status'>): void {
  if (status === 'cancelled') {
    throw conflict('exhibition-over', 'The exhibition was called off, so there is no rota to publish.');
  }
  if (status === 'over') {
    throw conflict('exhibition-over', 'The exhibition is over, so its rota stays as it was.');
  }
}

const editedMeanwhile = (): Problem =>
  conflict(
    'edited-meanwhile',
    'The draft, or something that it depends on, has changed since you looked. Look through what would be published now.',
  );

const rulesBroken = (left: readonly Obstacle[]): Problem =>
  new Problem({
    status: 409,
    code: 'rules-broken',
    title: 'The rota breaks rules',
    detail:
      'Nothing was published. Change the draft, or say for each rule that it breaks why it is published all the same.',
    fields: left.map(({ key, rule }) => ({
      field: key,
      code: rule,
      message: `${ruleNames[rule]}: say why it is published all the same, or change the draft.`,
    })),
  });
