import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { hashOfLinkSecret, isLinkSecret, notFound, type Problem } from '#platform';
import { isId } from '../../domain/ids.js';
import { FindExhibition } from '../../exhibitions/find-exhibition.js';
import { OpenMember, type OpenedMember } from '../../team/open-member.js';
import type { GuestStatus } from '../domain/guest.js';
import { ReadEvents, type PlannedEvent } from '../read-events.js';
import { EventReaderRow, StandEventRow } from '../stand-event.entity.js';
import { EventGuestRow, GuestNeedsRow } from './event-guest.entity.js';

/** Somebody on the list of an event's guests. */
export interface ListedGuest {
  readonly guest: EventGuestRow;
  /** What they may not eat. */
  readonly dietary: string | null;
}

/** 404: no such event of theirs; whether there is one is not theirs to know. */
export const notTheirs = (): Problem => notFound('There is no such event of yours.');

const order: Readonly<Record<GuestStatus, number>> = { coming: 0, invited: 1, 'not-coming': 2 };

/** Reads who is invited, for those who may know. */
@Injectable()
export class ReadGuests {
  constructor(
    private readonly events: ReadEvents,
    private readonly members: OpenMember,
    private readonly exhibitions: FindExhibition,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  /** Those who come first, then by name. */
  async of(eventId: string): Promise<readonly ListedGuest[]> {
    const guests = await this.dataSource.manager.findBy(EventGuestRow, { standEventId: eventId });
    const needs: GuestNeedsRow[] = await this.dataSource.manager
      .createQueryBuilder(GuestNeedsRow, 'needs')
      .innerJoin(EventGuestRow, 'guest', 'guest.id = needs.guestId')
      .where('guest.standEventId = :eventId', { eventId })
      .getMany();
    const dietary = new Map(needs.map((each) => [each.guestId, each.dietary]));
    return guests
      .toSorted(
        (one, other) => order[one.status] - order[other.status] || one.name.localeCompare(other.name, 'en'),
      )
      .map((guest) => ({ guest, dietary: dietary.get(guest.id) ?? null }));
  }

  /** A guest by their own link, with the event while it is published or called off. @throws Problem 404 */
  async bySecret(
    secret: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<{
    readonly guest: EventGuestRow;
    readonly dietary: string | null;
    readonly event: PlannedEvent;
  }> {
    const guest = isLinkSecret(secret)
      ? await manager.findOneBy(EventGuestRow, { secretHash: hashOfLinkSecret(secret) })
      : null;
    const row = guest && (await manager.findOneBy(StandEventRow, { id: guest.standEventId }));
    if (guest === null || row === null || row.status === 'draft') {
      throw notFound('This link is not used any more. Ask whoever invited you for another.');
    }
    const needs = await manager.findOneBy(GuestNeedsRow, { guestId: guest.id });
    const exhibition = await this.exhibitions.byId(row.exhibitionId, manager);
    return {
      guest,
      dietary: needs?.dietary ?? null,
      event: { id: row.id, version: row.version, row, exhibition },
    };
  }

  /** The events whose hosts somebody of the team is one of. @throws Problem 404 for a link that leads to nobody */
  async ownEvents(secret: string): Promise<OpenedMember & { readonly events: readonly StandEventRow[] }> {
    const opened = await this.members.read({ secret });
    const events = await this.dataSource.manager
      .createQueryBuilder(StandEventRow, 'event')
      .innerJoin(EventReaderRow, 'reader', 'reader.standEventId = event.id')
      .where('reader.teamMemberId = :member', { member: opened.row.id })
      .orderBy('event.startsAt')
      .getMany();
    return { ...opened, events };
  }

  /** One of them, for its briefing and its guests. @throws Problem 404, also for one whose hosts they are not */
  async ownEvent(secret: string, eventId: string): Promise<PlannedEvent> {
    const { row, exhibition } = await this.members.read({ secret });
    if (!isId(eventId)) throw notTheirs();
    const reader = await this.dataSource.manager.findOneBy(EventReaderRow, {
      standEventId: eventId,
      teamMemberId: row.id,
    });
    if (reader === null) throw notTheirs();
    return this.events.one({ exhibitionId: exhibition.id, id: eventId });
  }
}
