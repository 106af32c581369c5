import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { In, Not, type DataSource, type FindOperator } from 'typeorm';
import type { EntryStatus } from './domain/entry.js';
import { statusesNow, type LineQuery, type LineState } from './domain/line-query.js';
import { placeInLine } from './domain/line.js';
import { OfferRow } from './offer.entity.js';
import { WaitingEntryRow } from './waiting-entry.entity.js';

/** How somebody stands who waits. */
export interface Standing {
  readonly entry: WaitingEntryRow;
  /** 1: next; `null`: they wait for nothing any more. */
  readonly place: number | null;
  /** What is offered to them. */
  readonly offer: OfferRow | null;
  /** What they booked of an offer before. */
  readonly accepted: readonly OfferRow[];
}

/** An entry as staff see it. */
export interface LineEntry extends WaitingEntryRow {
  /** 1: next; `null`: they wait for nothing, or for nothing more. */
  readonly place: number | null;
  readonly offer: OfferRow | null;
}

export interface LinePart {
  readonly items: readonly LineEntry[];
  /** Of all pages. */
  readonly total: number;
}

/** Reads the line of a conference. */
@Injectable()
export class ReadLine {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async standing(entry: WaitingEntryRow): Promise<Standing> {
    const { manager } = this.dataSource;
    const [waiting, offers] = await Promise.all([
      this.waiting(entry.conferenceId),
      manager.find(OfferRow, { where: { entryId: entry.id }, order: { madeAt: 'ASC' } }),
    ]);
    return {
      entry,
      place: placeInLine(waiting, entry.id),
      offer: offers.find(({ status }) => status === 'open') ?? null,
      accepted: offers.filter(({ status }) => status === 'accepted'),
    };
  }

  /**
   * A page of those on the list of a conference: those who wait or are offered something in their order, those who do no
   * longer the latest first.
   *
   * @param size how many lines a page holds
   */
  async page(conferenceId: string, { state, page }: LineQuery, size: number): Promise<LinePart> {
    const { manager } = this.dataSource;
    const isNow = state === 'now';
    const [entries, total] = await manager.findAndCount(WaitingEntryRow, {
      where: { conferenceId, status: isNow ? In(statusesNow) : Not(In(statusesNow)) },
      order: isNow ? { number: 'ASC' } : { endedAt: 'DESC', number: 'DESC' },
      skip: (page - 1) * size,
      take: size,
    });
    const [waiting, offers] = await Promise.all([
      isNow ? this.waiting(conferenceId) : [],
      manager.find(OfferRow, { where: { entryId: In(entries.map(({ id }) => id)), status: 'open' } }),
    ]);
    const offerOf = new Map(offers.map((offer) => [offer.entryId, offer]));
    const items = entries.map((entry) => ({
      ...entry,
      place: placeInLine(waiting, entry.id),
      offer: offerOf.get(entry.id) ?? null,
    }));
    return { items, total };
  }

  /** How many wait, or are offered something, and how many do no longer. */
  async numbers(conferenceId: string): Promise<Readonly<Record<LineState, number>>> {
    const count = (status: FindOperator<EntryStatus>) =>
      this.dataSource.manager.countBy(WaitingEntryRow, { conferenceId, status });
    const [now, past] = await Promise.all([count(In(statusesNow)), count(Not(In(statusesNow)))]);
    return { now, past };
  }

  private waiting(conferenceId: string): Promise<Pick<WaitingEntryRow, 'id' | 'blockedBy'>[]> {
    return this.dataSource.manager.find(WaitingEntryRow, {
      select: { id: true, blockedBy: true },
      where: { conferenceId, status: 'waiting' },
      order: { number: 'ASC' },
    });
  }
}
