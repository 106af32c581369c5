import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
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
  readonly offer: OfferRow | null;
}

/** Reads the line of a conference. */
@Injectable()
export class ReadLine {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async standing(entry: WaitingEntryRow): Promise<Standing> {
    const { manager } = this.dataSource;
    const [waiting, offers] = await Promise.all([
      manager.find(WaitingEntryRow, {
        select: { id: true, blockedBy: true },
        where: { conferenceId: entry.conferenceId, status: 'waiting' },
        order: { number: 'ASC' },
      }),
      manager.find(OfferRow, { where: { entryId: entry.id }, order: { madeAt: 'ASC' } }),
    ]);
    return {
      entry,
      place: placeInLine(waiting, entry.id),
      offer: offers.find(({ status }) => status === 'open') ?? null,
      accepted: offers.filter(({ status }) => status === 'accepted'),
    };
  }

  /** Everybody who waits or is offered something, in order, then those who are off the list, the latest first. */
  async all(
    conferenceId: string,
  ): Promise<{ readonly line: readonly LineEntry[]; readonly off: readonly LineEntry[] }> {
    const { manager } = this.dataSource;
    const [entries, offers] = await Promise.all([
      manager.find(WaitingEntryRow, { where: { conferenceId }, order: { number: 'ASC' } }),
      manager.find(OfferRow, { where: { conferenceId, status: 'open' } }),
    ]);
    const offerOf = new Map(offers.map((offer) => [offer.entryId, offer]));
    const all = entries.map((entry): LineEntry => ({ ...entry, offer: offerOf.get(entry.id) ?? null }));
    const isOn = ({ status }: LineEntry) => status === 'waiting' || status === 'offered';
    return { line: all.filter(isOn), off: all.filter((entry) => !isOn(entry)).toReversed() };
  }
}
