import { Inject, Injectable } from '@nestjs/common';
import { conflict, dateOf, type Actor } from '#platform';
import { ChangePlan } from '../plans/change-plan.js';
import { thingEditedMeanwhile } from '../plans/problems.js';
import { CLOCK, type Clock } from '../tokens.js';
import { LearningNoteRow } from './learning-note.entity.js';
import { ReadNotes, type HandedInNote } from './read-notes.js';

/** Which note, and the version of it that was read. */
export interface SeenNote {
  readonly visitId: string;
  readonly travellerId: string;
  /** `null`: whichever it is. */
  readonly version: number | null;
}

/** Puts a note on the visit’s page, as its writer agreed, or takes it off. */
@Injectable()
export class PublishNote {
  constructor(
    private readonly plan: ChangePlan,
    private readonly notes: ReadNotes,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** One that is there already stays. @throws Problem 404; 409 `no-consent`, `edited-meanwhile` */
  publish(actor: Actor, seen: SeenNote): Promise<HandedInNote> {
    return this.change(actor, seen, 'published', 'published', (row) => {
      if (row.consentAt === null) {
        throw conflict(
          'no-consent',
          'Its writer has not agreed that everybody may read it, so it stays with the staff.',
        );
      }
      return { status: 'published', publishedAt: dateOf(this.clock()) };
    });
  }

  /** One that is not there stays so. @throws Problem 404; 409 `edited-meanwhile` */
  takeOff(actor: Actor, seen: SeenNote): Promise<HandedInNote> {
    return this.change(actor, seen, 'handed-in', 'taken off the page', () => ({
      status: 'handed-in',
      publishedAt: null,
    }));
  }

  /** The history says whose it was by their number, as a name or a heading must not outlive the consent. */
  private change(
    actor: Actor,
    { visitId, travellerId, version }: SeenNote,
    to: 'published' | 'handed-in',
    done: string,
    columns: (row: LearningNoteRow) => Partial<LearningNoteRow>,
  ): Promise<HandedInNote> {
    return this.plan.run(actor, visitId, async ({ manager }) => {
      const { row, traveller } = await this.notes.one(visitId, travellerId, manager);
      if (row.status === to) return { result: { row, traveller }, change: null };
      if (version !== null && row.version !== version) throw thingEditedMeanwhile('note');
      await manager.update(LearningNoteRow, { travellerId }, { ...columns(row), version: row.version + 1 });
      const result = await this.notes.one(visitId, travellerId, manager);
      const action = `Learning note of traveller ${traveller.number} ${done}`;
      return { result, change: { action, changes: [] } };
    });
  }
}
