import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { isDeepStrictEqual } from 'node:util';
import { Temporal } from 'temporal-polyfill';
import { LessThan, type DataSource, type EntityManager } from 'typeorm';
import { homeZone } from '#checks';
import { dateOf, instantOf, notFound, Transactions } from '#platform';
import { keptForDays } from '../secrets/erase-details.js';
import { CLOCK, type Clock } from '../tokens.js';
import type { Visit } from '../visits/domain/visit.js';
import { LockVisit } from '../visits/lock-visit.js';
import type { Paper, PaperKind } from './domain/paper.js';
import { markPaper, type MarkedPaper } from './domain/paper-changes.js';
import { PaperRow } from './paper.entity.js';

/** Why there is none any more. */
export const noLongerKept = `Papers name people, so they are kept for ${keptForDays} days after a visit.`;

/** Which paper of a visit. */
export interface WhichPaper {
  readonly visitId: string;
  readonly kind: PaperKind;
  /** Whose or of what it is within its kind: a traveller’s, a host’s, an interpreter’s id, a day; '' where there is but one. */
  readonly subject: string;
}

/** What a paper is to say now. */
export interface MadePaper {
  readonly paper: Paper;
  /** Ids of the travellers whom it is about, or whom it names: with what they are forgotten by, this is. */
  readonly names: readonly string[];
}

/** A version of a paper. */
export interface KeptPaper extends WhichPaper {
  /** 1 for the first. */
  readonly number: number;
  readonly madeAt: Temporal.Instant;
  readonly paper: Paper;
  /** The same with what is new, different or gone since the version before. */
  readonly marked: MarkedPaper;
  /** The version before, since which changes are marked; `null`: there is none, or what it said is kept no longer. */
  readonly since: { readonly number: number; readonly madeAt: Temporal.Instant } | null;
}

/** Keeps what papers say as versions, so that whoever has one knows whether it is the last, and what is different in it. */
@Injectable()
export class KeepPaper {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly lock: LockVisit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * The paper as it is now. One that says what the last version said is that version, and nothing is written; one that says something
   * else gets the next number.
   *
   * @param make reads what it says, with the manager given: again under the visit’s lock before a version is written, so that
   *   nothing older ever follows on something newer
   * @param seen what it says, where the caller has just read it
   * @throws Problem 404, also once what papers said is kept no longer; whatever `make` throws
   */
  async run(
    which: WhichPaper,
    make: (manager: EntityManager) => Promise<MadePaper>,
    seen?: MadePaper,
  ): Promise<KeptPaper> {
    const { manager } = this.dataSource;
    const last = await lastOf(manager, which);
    if (last !== null && isSame(last, seen ?? (await make(manager)))) return this.kept(manager, last);
    return this.transactions.run((within) => this.within(within, which, make));
  }

  /** The same in a transaction of the caller’s, which waits for the visit’s lock. */
  async within(
    manager: EntityManager,
    which: WhichPaper,
    make: (manager: EntityManager) => Promise<MadePaper>,
  ): Promise<KeptPaper> {
    this.mustBeKept(await this.lock.run(manager, which.visitId));
    return this.keep(manager, which, await make(manager));
  }

  /** The same where the caller has the visit’s lock already, and made it under that. */
  async keep(manager: EntityManager, which: WhichPaper, made: MadePaper): Promise<KeptPaper> {
    const last = await lastOf(manager, which);
    if (last !== null && isSame(last, made)) return this.kept(manager, last);
    const row = {
      visitId: which.visitId,
      kind: which.kind,
      subject: which.subject,
      number: (last?.number ?? 0) + 1,
      madeAt: dateOf(this.clock()),
      content: made.paper,
      names: [...made.names],
    };
    await manager.insert(PaperRow, row);
    return keptOf(row, made.paper, last);
  }

  /** Whether what papers of the visit say is kept, still. */
  areKept({ lastDay }: Pick<Visit, 'lastDay'>): boolean {
    const today = this.clock().toZonedDateTimeISO(homeZone).toPlainDate();
    const until = Temporal.PlainDate.from(lastDay).add({ days: keptForDays });
    return Temporal.PlainDate.compare(today, until) < 0;
  }

  /** @throws Problem 404 where what papers of the visit say is kept no longer */
  mustBeKept({ lastDay }: Pick<Visit, 'lastDay'>): void {
    if (!this.areKept({ lastDay })) throw notFound(noLongerKept);
  }

  /** The last version that there is; `null`: there is none, or what it said is kept no longer. */
  async last(which: WhichPaper, manager: EntityManager = this.dataSource.manager): Promise<KeptPaper | null> {
    const row = await lastOf(manager, which);
    return row === null || row.content === null ? null : this.kept(manager, row);
  }

  private async kept(manager: EntityManager, row: PaperRow): Promise<KeptPaper> {
    const { visitId, kind, subject, number } = row;
    const before = await manager.findOne(PaperRow, {
      where: { visitId, kind, subject, number: LessThan(number) },
      order: { number: 'DESC' },
    });
    if (row.content === null) throw new Error(`version ${number} of a paper is kept no longer`);
    return keptOf(row, row.content, before);
  }
}

const lastOf = (manager: EntityManager, { visitId, kind, subject }: WhichPaper): Promise<PaperRow | null> =>
  manager.findOne(PaperRow, { where: { visitId, kind, subject }, order: { number: 'DESC' } });

/** The database keeps neither the order of names nor what is undefined. */
const isSame = ({ content }: PaperRow, { paper }: MadePaper): boolean =>
  content !== null && isDeepStrictEqual(content, JSON.parse(JSON.stringify(paper)));

const keptOf = (row: PaperRow, paper: Paper, before: PaperRow | null): KeptPaper => ({
  visitId: row.visitId,
  kind: row.kind,
  subject: row.subject,
  number: row.number,
  madeAt: instantOf(row.madeAt),
  paper,
  marked: markPaper(before?.content ?? null, paper),
  since:
    before === null || before.content === null
      ? null
      : { number: before.number, madeAt: instantOf(before.madeAt) },
});
