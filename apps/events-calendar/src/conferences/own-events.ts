import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { comesFromConference } from '../events/problems.js';
import { ConferenceRow } from './conference.entity.js';

/** Tells events that are the calendar's own from those that show a conference, which are changed where conferences are. */
@Injectable()
export class OwnEvents {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** The conference that an event shows; `null`: it is the calendar's own. */
  conferenceOf(
    eventId: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<ConferenceRow | null> {
    return manager.findOneBy(ConferenceRow, { eventId });
  }

  /**
   * @param manager of the transaction that holds the event's lock
   * @throws Problem 403 `comes-from-conference`
   */
  async check({ id }: { readonly id: string }, manager?: EntityManager): Promise<void> {
    if ((await this.conferenceOf(id, manager)) !== null) throw comesFromConference();
  }
}
