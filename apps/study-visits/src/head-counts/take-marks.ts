import { Inject, Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { In, type EntityManager } from 'typeorm';
import { dateOf, Transactions } from '#platform';
import { CLOCK, type Clock } from '../tokens.js';
import { ReadTravellers } from '../travellers/read-travellers.js';
import { AskCounts } from './ask-counts.js';
import type { CountAsker, Counter, HeadCount } from './counts.js';
import { checkMark, type MarkInput } from './domain/check-mark.js';
import type { Mark } from './domain/mark.js';
import { HeadCountRow, MarkRow } from './head-count.entities.js';
import { lockCount } from './lock-count.js';
import { ReadCounts } from './read-counts.js';

/** A mark as a phone sends it. */
export interface SentMark extends MarkInput {
  /** By the phone's clock. */
  readonly madeAt: Temporal.Instant;
}

/** A mark that is not taken, for good: to send it again does not help. */
export interface RefusedMark {
  readonly id: string;
  readonly field: string;
  readonly code: string;
  readonly message: string;
}

export interface TakenMarks {
  readonly count: HeadCount;
  readonly refused: readonly RefusedMark[];
}

/**
 * Takes marks from a phone, each once however often it is sent. What came late is taken as well, also after the count was
 * closed: what it changes is told, and nothing of it is lost.
 */
@Injectable()
export class TakeMarks {
  constructor(
    private readonly transactions: Transactions,
    private readonly ask: AskCounts,
    private readonly counts: ReadCounts,
    private readonly travellers: ReadTravellers,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Problem 404; 409 `visit-cancelled`, `visit-long-over` */
  run(asker: CountAsker, thingId: string, sent: readonly SentMark[]): Promise<TakenMarks> {
    return this.transactions.run(async (manager) => {
      const { visit, by } = await this.ask.forChange(asker, manager);
      const { thing } = await this.counts.one(visit, thingId, manager);
      const count = await lockCount(manager, visit, thing);
      const known = new Set((await this.travellers.all(visit.id, manager)).map(({ id }) => id));
      const refused: RefusedMark[] = [];
      const good = sent.flatMap(({ madeAt, ...input }) => {
        const mark = checkMark(input);
        if (!mark.ok) refused.push(...mark.problems.map((problem) => ({ id: input.id, ...problem })));
        else if (!known.has(mark.value.travellerId)) {
          refused.push(refusal(input.id, 'no-such-traveller', 'They do not travel with this visit.'));
        } else return [{ ...mark.value, madeAt }];
        return [];
      });
      const before = await manager.findBy(MarkRow, { id: In(good.map(({ id }) => id)) });
      const kept = new Map<string, Content>(before.map((row) => [row.id, row]));
      let isNew = false;
      for (const mark of good) {
        const other = kept.get(mark.id);
        const content = { ...mark, countId: count.id };
        if (other === undefined) {
          const isTaken = await this.insert(manager, content, mark.madeAt, by);
          if (isTaken) kept.set(mark.id, content);
          else refused.push(idUsed(mark.id));
          isNew ||= isTaken;
        } else if (contentOf(other) !== contentOf(content)) refused.push(idUsed(mark.id));
      }
      if (isNew) await manager.update(HeadCountRow, { id: count.id }, { version: count.version + 1 });
      return { count: await this.counts.one(visit, thingId, manager), refused };
    });
  }

  /** @returns whether it was: another count may have taken one of this id at the same time */
  private async insert(
    manager: EntityManager,
    { id, countId, travellerId, kind, leave, over }: Content & { readonly id: string },
    madeAt: Temporal.Instant,
    by: Counter,
  ): Promise<boolean> {
    const now = this.clock();
    const isAhead = Temporal.Instant.compare(madeAt, now) > 0;
    const made: { id: string }[] = await manager.query(
      `INSERT INTO head_count_marks (id, count_id, traveller_id, kind, leave, over_ids, made_at, received_at,
         by_person_id, by_traveller_id, by_name)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT (id) DO NOTHING RETURNING id`,
      [
        id,
        countId,
        travellerId,
        kind,
        leave === null ? null : JSON.stringify(leave),
        over,
        // A phone's clock may be wrong; nothing was marked that has not happened yet.
        dateOf(isAhead ? now : madeAt),
        dateOf(now),
        by.personId,
        by.travellerId,
        by.name,
      ],
    );
    return made.length === 1;
  }
}

/** What a mark says, by which it is known again. */
type Content = Omit<Mark, 'id'> & { readonly countId: string };

const contentOf = ({ countId, travellerId, kind, leave, over }: Content): string =>
  JSON.stringify([
    countId,
    travellerId,
    kind,
    leave && [leave.allowedBy, leave.place, leave.until],
    [...over].toSorted(),
  ]);

const refusal = (id: string, code: string, message: string): RefusedMark => ({
  id,
  field: '',
  code,
  message,
});

const idUsed = (id: string): RefusedMark =>
  refusal(id, 'mark-id-used', 'Another mark has this id. Mark them again.');
