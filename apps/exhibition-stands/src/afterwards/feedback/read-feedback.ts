import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Temporal } from 'temporal-polyfill';
import type { DataSource, EntityManager } from 'typeorm';
import { hashOfLinkSecret, instantOf, isLinkSecret, notFound, type Problem } from '#platform';
import type { Exhibition } from '../../exhibitions/domain/exhibition.js';
import { FindExhibition } from '../../exhibitions/find-exhibition.js';
import { TeamMemberRow } from '../../team/team-member.entity.js';
import { CLOCK, type Clock } from '../../tokens.js';
import {
  feedbackTotals,
  isOpen,
  lastDayToAnswer,
  type FeedbackPart,
  type FeedbackTotals,
} from '../domain/feedback.js';
import { NoteRow } from '../notes/note.entity.js';
import { ThanksRow } from '../thanks/thanks.entities.js';
import { FeedbackRow } from './feedback.entity.js';

/** What somebody said, as staff read it. */
export interface GivenFeedback {
  readonly row: FeedbackRow;
  /** `null`: so long ago that it is not kept who said it. */
  readonly name: string | null;
  readonly organisationName: string | null;
  /** What of it is a note by now. */
  readonly noted: ReadonlySet<FeedbackPart>;
}

export interface AllFeedback {
  /** How many were asked. */
  readonly asked: number;
  readonly totals: FeedbackTotals;
  /** The latest first. */
  readonly given: readonly GivenFeedback[];
}

/** Whoever has the link of a mail of thanks, and what they have said so far. */
export interface AskedFeedback {
  readonly thanks: ThanksRow;
  readonly member: TeamMemberRow;
  readonly exhibition: Exhibition;
  readonly answer: FeedbackRow | null;
  /** The last day on which it can be given and changed. */
  readonly until: Temporal.PlainDate;
  readonly isOpen: boolean;
}

const noSuchLink = (): Problem =>
  notFound('This link is not used any more. It is in the mail that thanked you for standing with us.');

/** Reads how people found it on a stand. */
@Injectable()
export class ReadFeedback {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly exhibitions: FindExhibition,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async of(exhibitionId: string): Promise<AllFeedback> {
    const { manager } = this.dataSource;
    const [rows, members, notes, asked] = await Promise.all([
      manager.find(FeedbackRow, { where: { exhibitionId }, order: { answeredAt: 'DESC', id: 'DESC' } }),
      manager.findBy(TeamMemberRow, { exhibitionId }),
      manager.findBy(NoteRow, { exhibitionId }),
      manager
        .createQueryBuilder(ThanksRow, 'thanks')
        .where('thanks.exhibitionId = :exhibitionId AND thanks.teamMemberId IS NOT NULL', { exhibitionId })
        .getCount(),
    ]);
    const byId = new Map(members.map((member) => [member.id, member]));
    return {
      asked,
      totals: feedbackTotals(rows),
      given: rows.map((row) => {
        const member = row.teamMemberId === null ? undefined : byId.get(row.teamMemberId);
        const parts = notes.filter(({ feedbackId }) => feedbackId === row.id);
        return {
          row,
          name: member?.name ?? null,
          organisationName: member?.organisationName ?? null,
          noted: new Set(parts.flatMap(({ feedbackPart }) => feedbackPart ?? [])),
        };
      }),
    };
  }

  /** @param lock keeps two answers by the same link one after the other @throws Problem 404 */
  async bySecret(
    secret: string,
    manager: EntityManager = this.dataSource.manager,
    lock = false,
  ): Promise<AskedFeedback> {
    const thanks = isLinkSecret(secret)
      ? await manager.findOne(ThanksRow, {
          where: { secretHash: hashOfLinkSecret(secret) },
          ...(lock && { lock: { mode: 'pessimistic_write' as const } }),
        })
      : null;
    if (thanks === null || thanks.teamMemberId === null) throw noSuchLink();
    const { teamMemberId, exhibitionId } = thanks;
    const member = await manager.findOneByOrFail(TeamMemberRow, { id: teamMemberId });
    const exhibition = await this.exhibitions.byId(exhibitionId, manager);
    const sentAt = instantOf(thanks.sentAt);
    return {
      thanks,
      member,
      exhibition,
      answer: await manager.findOneBy(FeedbackRow, { teamMemberId }),
      until: lastDayToAnswer(sentAt, exhibition.zone),
      isOpen: isOpen(sentAt, this.clock(), exhibition.zone),
    };
  }
}
