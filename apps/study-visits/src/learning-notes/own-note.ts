import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { mustHaveTravelled } from '../afterwards/must-have-travelled.js';
import { lockPeopleForChanges } from '#people';
import { conflict, dateOf, Transactions, valueOf } from '#platform';
import { thingEditedMeanwhile } from '../plans/problems.js';
import { CLOCK, type Clock } from '../tokens.js';
import { OpenTraveller, type OpenedTraveller } from '../travellers/open-traveller.js';
import {
  checkLearningNote,
  isSameNote,
  type LearningNote,
  type LearningNoteInput,
} from './domain/learning-note.js';
import { LearningNoteRow } from './learning-note.entity.js';

/** A traveller, and what they have written so far. */
export interface OwnNote extends OpenedTraveller {
  readonly note: LearningNoteRow | null;
  /** From the first day on. */
  readonly isOpen: boolean;
}

/** What a row says. */
export const noteOf = (row: LearningNoteRow): LearningNote => ({
  title: row.title,
  text: row.text,
  signed: row.signed,
  hasConsented: row.consentAt !== null,
  isHandedIn: row.status !== 'draft',
});

/** What a traveller writes down by their own link of what they learned, and whether others may read it. */
@Injectable()
export class KeepOwnNote {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly open: OpenTraveller,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Problem 404, also for whoever withdrew */
  async of(secret: string, manager: EntityManager = this.dataSource.manager): Promise<OwnNote> {
    return this.ownOf(manager, await this.open.read({ secret }, manager));
  }

  /**
   * Keeps it as a draft, or hands it in. One that is published and says something else goes off the page until staff have read
   * it again.
   *
   * @param version that the person saw; 0: there was none; `null`: whichever it is
   * @throws Problem 404; 409 `note-not-open`, `edited-meanwhile`; 422
   */
  save(secret: string, version: number | null, input: LearningNoteInput): Promise<LearningNoteRow> {
    return this.transactions.run(async (manager) => {
      await lockPeopleForChanges(manager);
      const own = await this.ownOf(manager, await this.open.forChange({ secret }, manager));
      const { traveller, visit, note: before, isOpen } = own;
      if (!isOpen)
        throw conflict(
          'note-not-open',
          'You can write down what you learned from the first day of the visit on.',
        );
      if (version !== null && (before?.version ?? 0) !== version) throw thingEditedMeanwhile('note');
      const after = valueOf(checkLearningNote(input));
      if (before !== null && isSameNote(noteOf(before), after)) return before;
      const now = dateOf(this.clock());
      const { title, text, signed } = after;
      await manager.upsert(
        LearningNoteRow,
        {
          travellerId: traveller.id,
          visitId: visit.id,
          title,
          text,
          signed,
          status: after.isHandedIn ? 'handed-in' : 'draft',
          consentAt: after.hasConsented ? (before?.consentAt ?? now) : null,
          publishedAt: null,
          changedAt: now,
          version: (before?.version ?? 0) + 1,
        },
        ['travellerId'],
      );
      return manager.findOneByOrFail(LearningNoteRow, { travellerId: traveller.id });
    });
  }

  /** Takes back that others may read it: it is off the page at once. Done already, it stays so. @throws Problem 404 */
  takeBack(secret: string): Promise<void> {
    return this.transactions.run(async (manager) => {
      await lockPeopleForChanges(manager);
      const { note } = this.mustBeThere(
        await this.ownOf(manager, await this.open.forChange({ secret }, manager)),
      );
      if (note.consentAt === null) return;
      await manager.update(
        LearningNoteRow,
        { travellerId: note.travellerId },
        {
          status: note.status === 'published' ? 'handed-in' : note.status,
          consentAt: null,
          publishedAt: null,
          changedAt: dateOf(this.clock()),
          version: note.version + 1,
        },
      );
    });
  }

  private mustBeThere(own: OwnNote): OwnNote & { readonly note: LearningNoteRow } {
    const { note } = own;
    if (note === null) throw conflict('no-note', 'You have written nothing yet.');
    return { ...own, note };
  }

  private async ownOf(manager: EntityManager, opened: OpenedTraveller): Promise<OwnNote> {
    const { traveller, visit } = mustHaveTravelled(opened);
    const today = this.clock().toZonedDateTimeISO(visit.zone).toPlainDate().toString();
    return {
      traveller,
      visit,
      note: await manager.findOneBy(LearningNoteRow, { travellerId: traveller.id }),
      isOpen: today >= visit.firstDay && (visit.status === 'confirmed' || visit.status === 'over'),
    };
  }
}
