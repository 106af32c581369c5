import { Injectable } from '@nestjs/common';
import { warningsOf } from '../events/domain/details.js';
import type { CalendarEvent, EventDetails } from '../events/domain/event.js';
import { saysTheSame } from './edit-target.js';
import { FindClashes } from './find-clashes.js';

/** Finds what to look at once more before an event is saved. */
@Injectable()
export class FindWarnings {
  constructor(private readonly clashes: FindClashes) {}

  /**
   * What looks forgotten, and what is on at the same time; a sentence each.
   *
   * @param saved the event that is edited; `null` for a new one
   * @param before what it said: what was so already is not told again; `null` to tell all
   */
  async of(
    details: EventDetails,
    saved: CalendarEvent | null,
    before: EventDetails | null,
  ): Promise<readonly string[]> {
    const known = before === null ? [] : warningsOf(before).map(({ field }) => field);
    const forgotten = warningsOf(details).filter(({ field }) => !known.includes(field));
    const isTimeChanged =
      before === null ||
      !saysTheSame(details, { ...details, when: before.when, recurrence: before.recurrence });
    const clashes = isTimeChanged ? await this.clashes.inWords(details, saved) : [];
    return [...forgotten.map(({ message }) => message), ...clashes];
  }
}
