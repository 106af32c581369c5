import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '#platform';
import { conferenceFacts, formatOf } from '../conferences/conference-facts.js';
import { StaffConferences } from '../conferences/staff-conferences.js';
import { TellConference } from '../telling/tell-conference.js';

/** Tells other apps where a change of tickets changes how people take part in a conference: in person, online, or both. */
@Injectable()
export class TellFormat {
  constructor(
    private readonly conferences: StaffConferences,
    private readonly tell: TellConference,
  ) {}

  /**
   * Makes a change within a transaction that holds the conference's lock. Nobody is told of a draft, nor of a change that they
   * see nothing of.
   */
  async around<Result>(
    manager: EntityManager,
    actor: Actor,
    conferenceId: string,
    change: () => Promise<Result>,
  ): Promise<Result> {
    const before = await formatOf(manager, conferenceId);
    const result = await change();
    if ((await formatOf(manager, conferenceId)) === before) return result;
    const conference = await this.conferences.read(conferenceId, manager);
    if (conference.status === 'draft') return result;
    await this.tell.changed(manager, await conferenceFacts(manager, conference), actor.requestId);
    return result;
  }
}
