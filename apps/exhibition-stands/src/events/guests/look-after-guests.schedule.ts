import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Temporal } from 'temporal-polyfill';
import { In, type DataSource } from 'typeorm';
import type { Schedule } from '#messaging';
import { lockPeopleForChanges } from '#people';
import { dateOf, newRequestId, Transactions } from '#platform';
import { LockExhibition } from '../../exhibitions/lock-exhibition.js';
import { CLOCK, type Clock } from '../../tokens.js';
import { StandEventRow } from '../stand-event.entity.js';
import { EventGuestRow } from './event-guest.entity.js';
import { TellGuests } from './tell-guests.js';

/** For how long it is kept what guests may not eat, after the event: until everything is paid and put away. */
export const needsKeptFor = { hours: 7 * 24 } as const;

/** Reminds guests a day before, and forgets what they told us of their needs once it is of no use. */
@Injectable()
export class LookAfterGuests implements Schedule {
  readonly name = 'look-after-guests';
  readonly every = 60_000;

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly lock: LockExhibition,
    private readonly tell: TellGuests,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(_dueAt: Temporal.Instant, stopping: AbortSignal): Promise<void> {
    const now = this.clock();
    for (const { id, exhibitionId } of await this.soon(now)) {
      stopping.throwIfAborted();
      await this.remind(exhibitionId, id, now);
    }
    await this.dataSource.query(
      `DELETE FROM guest_needs WHERE guest_id IN (
         SELECT g.id FROM event_guests g JOIN stand_events e ON e.id = g.stand_event_id
         WHERE e.ends_at < $1 OR e.status = 'cancelled')`,
      [dateOf(now.subtract(needsKeptFor))],
    );
  }

  private soon(now: Temporal.Instant): Promise<{ id: string; exhibitionId: string }[]> {
    return this.dataSource.query(
      `SELECT e.id, e.exhibition_id AS "exhibitionId" FROM stand_events e
       WHERE e.status = 'published' AND e.starts_at > $1 AND e.starts_at <= $2 AND EXISTS (
         SELECT FROM event_guests g WHERE g.stand_event_id = e.id AND g.reminded_at IS NULL AND g.invited_at < $3
           AND g.status IN ('invited', 'coming'))`,
      [dateOf(now), dateOf(now.add({ hours: 24 })), invitedBefore(now)],
    );
  }

  /** Under the exhibition's lock, so that two processes remind nobody twice. */
  private remind(exhibitionId: string, id: string, now: Temporal.Instant): Promise<void> {
    return this.transactions.run(async (manager) => {
      await lockPeopleForChanges(manager);
      const exhibition = await this.lock.run(manager, exhibitionId);
      const event = await manager.findOneByOrFail(StandEventRow, { id });
      if (event.status !== 'published' || exhibition.status !== 'published') return;
      const guests = await manager
        .createQueryBuilder(EventGuestRow, 'guest')
        .where({ standEventId: id, status: In(['invited', 'coming']) })
        .andWhere('guest.remindedAt IS NULL AND guest.invitedAt < :before', { before: invitedBefore(now) })
        .getMany();
      if (guests.length === 0) return;
      const correlationId = newRequestId();
      await this.tell.write(manager, { exhibition, event, guests, occasion: 'reminder', correlationId });
      await manager.update(
        EventGuestRow,
        { id: In(guests.map((guest) => guest.id)) },
        { remindedAt: dateOf(now) },
      );
    });
  }
}

/** Whoever was invited only just now needs no reminder. */
const invitedBefore = (now: Temporal.Instant): Date => dateOf(now.subtract({ hours: 24 }));
