import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { checkText, moveDates, problemsOf, refuse, refused, type Checked, type MoveDates } from '#checks';
import { valueOf, type Actor } from '#platform';
import { checkPlausibleDay, dayOf } from '../set-up/domain/days.js';
import { CLOCK, type Clock } from '../tokens.js';
import { copyOffer } from './copy-offer.js';
import type { ConferenceRow } from './conference.entity.js';
import { detailsFrom } from './conference-rows.js';
import { CreateConference } from './create-conference.js';
import type { ConferenceDetails } from './domain/conference.js';
import { longestTitle } from './domain/details.js';
import { notedActor } from './noted-actor.js';
import { StaffConferences } from './staff-conferences.js';

/** What is new about a conference that is otherwise like an earlier one. */
export interface CopyInput {
  readonly title: string;
  readonly firstDay: Checked<string | null>;
}

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
    const { title, firstDay } = valueOf(this.check(input, source.zone));
    const move = moveDates(source.firstDay, firstDay, source.zone);
    const details = movedDetails({ ...detailsFrom(source), title }, move);
    const copy = await this.create.add(manager, noted, details, null, {
      action: 'conference-copied',
      copiedFrom: source.id,
    });
    await copyOffer(manager, source.id, copy.id, { move, newId: uuidv7 });
    return copy;
  }

  private check(
    input: CopyInput,
    zone: string,
  ): Checked<{ readonly title: string; readonly firstDay: string }> {
    const title = checkText(input.title, 'title', {
      longest: longestTitle,
      missing: { code: 'missing', message: 'Enter a title.' },
    });
    const firstDay = this.checkDay(input.firstDay, zone);
    return title.ok && firstDay.ok
      ? { ok: true, value: { title: title.value, firstDay: firstDay.value } }
      : refused(...problemsOf(title, firstDay));
  }

  private checkDay(given: Checked<string | null>, zone: string): Checked<string> {
    const day = checkPlausibleDay(given, 'firstDay');
    if (!day.ok) return day;
    if (day.value === null) return refuse('firstDay', 'date-missing', 'Enter the first day.');
    return day.value < dayOf(this.clock(), zone)
      ? refuse(
          'firstDay',
          'in-the-past',
          'This day is past. Choose the day on which the new conference will begin.',
        )
      : { ok: true, value: day.value };
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
