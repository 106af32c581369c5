import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Message } from '#contracts';
import type { MessageHandler } from '#messaging';
import { byItself } from '#platform';
import { ConferenceHistory } from '../conference-history.js';
import { ConferenceRow } from '../conference.entity.js';

/** An event that the calendar had before is a conference's: what delegates are mailed is that one in their calendars. */
@Injectable()
export class OnConferenceLinked implements MessageHandler<'events-calendar.conference-linked.v1'> {
  readonly type = 'events-calendar.conference-linked.v1';

  constructor(private readonly history: ConferenceHistory) {}

  async handle(
    manager: EntityManager,
    { correlationId, payload: { conferenceId, uid } }: Message<'events-calendar.conference-linked.v1'>,
  ): Promise<void> {
    await manager.query('SELECT lock_places($1)', [conferenceId]);
    const conference = await manager.findOneBy(ConferenceRow, { id: conferenceId });
    if (conference === null || conference.calendarUid === uid) return;
    await manager.update(ConferenceRow, { id: conferenceId }, { calendarUid: uid });
    await this.history.changed(manager, conferenceId, {
      actor: { identity: byItself('Events calendar'), requestId: correlationId },
      action: 'conference-linked',
      changes: [],
    });
  }
}
