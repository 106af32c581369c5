import { Inject, Injectable } from '@nestjs/common';
import { IsNull, LessThanOrEqual, type EntityManager } from 'typeorm';
import { dateOf, Transactions } from '#platform';
import { factsOf, type EventFacts } from '../events/domain/event-facts.js';
import type { CalendarEvent } from '../events/domain/event.js';
import type { Reader } from '../events/domain/visibility.js';
import { EventRow } from '../events/event.entity.js';
import { eventFromRow } from '../events/event-rows.js';
import { EventsRepository } from '../events/events.repository.js';
import { CLOCK, type Clock } from '../tokens.js';
import { Compose, lastEndOfAll, type Compared } from './compose.js';
import { changesBetween } from './domain/changes-between.js';
import { baseFor } from './domain/notice.js';
import { newsInWords, shortTitle } from './domain/subject-words.js';
import { tryToLockNotices } from './event-lock.js';
import { followersOf } from './find-followers.js';
import { NoticeRow } from './notice.entity.js';
import { TellFollowers } from './tell-followers.js';

/** Tells followers what a notice of edits holds, as the event stands now: one mail, or none if nothing is left to tell. */
@Injectable()
export class TellChanges {
  constructor(
    private readonly transactions: Transactions,
    private readonly events: EventsRepository,
    private readonly compose: Compose,
    private readonly followers: TellFollowers,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** In one transaction, once however many replicas try; nothing when it is not due any more or another is at it. */
  async run(id: string, eventId: string): Promise<void> {
    await this.transactions.run(async (manager) => {
      if (!(await tryToLockNotices(manager, eventId))) return;
      const notice = await manager.findOneBy(NoticeRow, {
        id,
        why: 'changed',
        toldAt: IsNull(),
        dueAt: LessThanOrEqual(dateOf(this.clock())),
      });
      const row = notice && (await manager.findOneBy(EventRow, { id: eventId }));
      if (notice === null || row === null) return;
      const event = eventFromRow(row);
      await this.tell(manager, notice, event);
      // What it was compared with is not needed any more, and would be a second history of the event.
      await manager.update(
        NoticeRow,
        { id },
        {
          toldAt: dateOf(this.clock()),
          bases: [],
          toVersion: Math.max(notice.toVersion, event.version),
        },
      );
    });
  }

  private async tell(manager: EntityManager, notice: NoticeRow, event: CalendarEvent): Promise<void> {
    const bases = notice.bases as EventFacts[];
    const groups = new Map<EventFacts, string[]>();
    for (const { personId, knownVersion } of await followersOf(manager, event)) {
      const known = baseFor(bases, knownVersion);
      // Whoever began with the event as it is has been told by the invitation.
      if (known === null || knownVersion >= event.version) continue;
      groups.set(known, [...(groups.get(known) ?? []), personId]);
    }
    for (const [known, people] of groups) {
      const compared = await this.compared(manager, notice, event, known);
      const news = changesBetween(known, factsOf(event), { ...compared, sees: () => true });
      if (news === null) continue;
      await this.followers.send(manager, {
        about: [{ event, noticeId: notice.id }],
        why: news.standing === 'called-off' ? 'cancelled' : 'changed',
        kind: 'event-changes',
        titleOf: () => `${shortTitle(event.title)}: ${newsInWords(news)}`,
        due: null,
        neededUntil: lastEndOfAll,
        correlationId: notice.correlationId,
        compose: (reader: Reader) => this.compose.changed(compared, reader),
        people,
      });
    }
  }

  private async compared(
    manager: EntityManager,
    { continuedBy }: NoticeRow,
    event: CalendarEvent,
    known: EventFacts,
  ): Promise<Compared> {
    const continuation = continuedBy && (await manager.findOneBy(EventRow, { id: continuedBy }));
    const replacement = event.replacedBy && (await this.events.findByRef(event.replacedBy, manager));
    return {
      known,
      event,
      continuation: continuation ? factsOf(eventFromRow(continuation)) : null,
      replacement: replacement || null,
      now: this.clock(),
    };
  }
}
