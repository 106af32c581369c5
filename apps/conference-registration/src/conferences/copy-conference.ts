import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { checkCopy, moveDates, type CopyInput, type MoveDates } from '#checks';
import { notedActor } from '#people';
import { valueOf, type Actor } from '#platform';
import { CLOCK, type Clock } from '../tokens.js';
import { copyOffer } from './copy-offer.js';
import type { ConferenceRow } from './conference.entity.js';
import { detailsFrom } from './conference-rows.js';
import { CreateConference } from './create-conference.js';
import type { ConferenceDetails } from './domain/conference.js';
import { longestTitle } from './domain/details.js';
import { StaffConferences } from './staff-conferences.js';

/**
 * Makes a draft of all that an earlier conference says and offers, its dates moved: tickets, prices, free places, limits,
 * questions and terms. Codes and bookings are that conference's own, as are its host and venue.
 */
@Injectable()
export class CopyConference {
  constructor(
    private readonly conferences: StaffConferences,
    private readonly create: CreateConference,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Problem 404; 422 with every field that needs attention */
  async run(manager: EntityManager, actor: Actor, id: string, input: CopyInput): Promise<ConferenceRow> {
    const noted = await notedActor(manager, actor);
    const source = await this.conferences.read(id, manager);
    const { zone } = source;
    const { title, firstDay } = valueOf(
      checkCopy(input, { longestTitle, zone, now: this.clock(), what: 'the new conference' }),
    );
    const move = moveDates(source.firstDay, firstDay, zone);
    const details = movedDetails({ ...detailsFrom(source), title }, move);
    const copy = await this.create.add(manager, noted, details, null, {
      action: 'conference-copied',
      copiedFrom: source.id,
    });
    await copyOffer(manager, source.id, copy.id, { move, newId: uuidv7 });
    return copy;
  }
}

/** Host and venue are another's each time; all else is likely to stay. */
function movedDetails(details: ConferenceDetails, move: MoveDates): ConferenceDetails {
  const moved = (instant: ConferenceDetails['opensAt']) => instant && move.instant(instant);
  return {
    ...details,
    host: null,
    venue: null,
    days: details.days.map((day) => ({ ...day, date: move.day(day.date) })),
    opensAt: moved(details.opensAt),
    closesAt: moved(details.closesAt),
    changesUntil: moved(details.changesUntil),
    refundSteps: details.refundSteps.map(({ until, percent }) => ({ until: move.deadline(until), percent })),
  };
}
