import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { dateOf, type Actor } from '#platform';
import { CLOCK, type Clock } from '../tokens.js';
import { changesBetween, type Draft, type DraftChange } from './domain/draft.js';
import type { StepAct } from './domain/step.js';
import { DraftsRepository, type KeptDraft } from './drafts.repository.js';

/** A step of a draft that is about to be written. */
export interface Step {
  readonly exhibitionId: string;
  readonly actor: Actor | null;
  readonly act: StepAct;
  readonly before: KeptDraft;
  readonly after: Draft;
  /** Beside what differs between the two: the shifts that are others. */
  readonly shifts?: readonly string[];
}

/** Writes steps of drafts, in transactions of those who hold the exhibition's lock. */
@Injectable()
export class KeepStep {
  constructor(
    private readonly drafts: DraftsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Writes what differs as one numbered step, which can be taken back.
   *
   * @returns the draft's version from now on: the same where nothing differs
   */
  async run(
    manager: EntityManager,
    { exhibitionId, actor, act, before, after, shifts = [] }: Step,
  ): Promise<number> {
    const changes: readonly DraftChange[] = [
      ...changesBetween(before, after),
      ...shifts.map((shift): DraftChange => ({ kind: 'shift', shift, member: '' })),
    ];
    if (changes.length === 0) return before.version;
    const number = before.version + 1;
    await this.drafts.write(manager, exhibitionId, changes);
    await this.drafts.addStep(manager, {
      exhibitionId,
      number,
      at: dateOf(this.clock()),
      personId: actor?.identity.personId ?? null,
      personName: actor?.identity.name ?? '',
      act,
      changes,
    });
    return number;
  }
}
