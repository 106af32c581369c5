import { Inject, Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { dateOf, instantOf } from '#platform';
import type { EventFacts } from '../events/domain/event-facts.js';
import type { CalendarSettings } from '../settings.js';
import { CLOCK, SETTINGS, type Clock } from '../tokens.js';
import { dueAt, isUrgent } from './domain/notice.js';
import { lockNotices } from './event-lock.js';
import { NoticeRow } from './notice.entity.js';

/** An edit of a published event. */
export interface Edit {
  readonly before: EventFacts;
  readonly after: EventFacts;
  readonly correlationId: string;
  /** The event that took over its later dates. */
  readonly continuedBy: string | null;
}

const told = 'changed';

/** Notes that followers of an event are to be told of an edit, together with others that come soon after it. */
@Injectable()
export class NoteChange {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Pick<CalendarSettings, 'NOTICE_WINDOW'>,
  ) {}

  /** Each edit is noted once; in which order edits come does not matter. */
  async run(manager: EntityManager, edit: Edit): Promise<void> {
    const { before, after } = edit;
    await lockNotices(manager, after.id);
    if (!(await this.hasFollowers(manager, edit))) return;
    if (await this.wasTold(manager, after)) return;
    const waiting = await manager.findOneBy(NoticeRow, { eventId: after.id, why: told, toldAt: IsNull() });
    if (waiting === null) await this.begin(manager, edit);
    else await this.add(manager, waiting, edit, await this.isKnown(manager, before));
  }

  private async hasFollowers(manager: EntityManager, { before, after }: Edit): Promise<boolean> {
    const [row]: { some: boolean }[] = await manager.query(
      `SELECT EXISTS (SELECT FROM follows WHERE event_id = $1) OR EXISTS (SELECT FROM follows WHERE series = ANY($2))
       AS some`,
      [after.id, [before.series, after.series]],
    );
    return row?.some === true;
  }

  /** What was told last may have held the edit already, as followers are told of the event as it stands then. */
  private async wasTold(manager: EntityManager, { id, version }: EventFacts): Promise<boolean> {
    const [rows]: [unknown[], number] = await manager.query(
      `UPDATE notices SET edits = edits + 1 WHERE id = (
         SELECT id FROM notices WHERE event_id = $1 AND why = $2 AND told_at IS NOT NULL
         AND from_version < $3 AND to_version >= $3 ORDER BY told_at DESC LIMIT 1) RETURNING id`,
      [id, told, version],
    );
    return rows.length > 0;
  }

  /** Whether somebody began to follow the event when it was at that version. */
  private isKnown(manager: EntityManager, { id, version }: EventFacts): Promise<boolean> {
    return manager
      .query('SELECT EXISTS (SELECT FROM follows WHERE event_id = $1 AND known_version = $2) AS known', [
        id,
        version,
      ])
      .then(([row]: { known: boolean }[]) => row?.known === true);
  }

  private async begin(manager: EntityManager, { before, after, correlationId, continuedBy }: Edit) {
    const now = this.clock();
    const urgent = isUrgent(before, after, now);
    await manager.insert(NoticeRow, {
      id: uuidv7(),
      eventId: after.id,
      why: told,
      bases: [before],
      edits: 1,
      urgent,
      firstAt: dateOf(now),
      dueAt: dateOf(dueAt(now, now, { window: this.settings.NOTICE_WINDOW, urgent })),
      correlationId,
      continuedBy,
      fromVersion: before.version,
      toVersion: after.version,
      toldAt: null,
    });
  }

  private async add(manager: EntityManager, waiting: NoticeRow, edit: Edit, isKnown: boolean) {
    const { before, after, continuedBy } = edit;
    const now = this.clock();
    const urgent = isUrgent(before, after, now);
    const due = dueAt(instantOf(waiting.firstAt), now, { window: this.settings.NOTICE_WINDOW, urgent });
    const versions = waiting.bases.map((base) => (base as EventFacts).version);
    const isBase = !versions.includes(before.version) && (isKnown || before.version < Math.min(...versions));
    await manager.update(
      NoticeRow,
      { id: waiting.id },
      {
        edits: waiting.edits + 1,
        bases: isBase ? [...waiting.bases, before] : waiting.bases,
        urgent: waiting.urgent || urgent,
        dueAt: dateOf(due) < waiting.dueAt ? dateOf(due) : waiting.dueAt,
        continuedBy: continuedBy ?? waiting.continuedBy,
        fromVersion: Math.min(waiting.fromVersion, before.version),
        toVersion: Math.max(waiting.toVersion, after.version),
      },
    );
  }
}
