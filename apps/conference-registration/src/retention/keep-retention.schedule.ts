import { Inject, Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { homeZone } from '#checks';
import type { Schedule } from '#messaging';
import type { Log } from '#platform';
import { CLOCK, LOG, type Clock } from '../tokens.js';
import { ForgetBooks } from './forget-books.js';
import { ForgetPeople } from './forget-people.js';
import { ForgetStandShifts } from './forget-stand-shifts.js';
import { ForgetVisitTravellers } from './forget-visit-travellers.js';

/** Carries out each day for how long personal data is kept. */
@Injectable()
export class KeepRetention implements Schedule {
  readonly name = 'retention';
  readonly every = { dailyAt: '03:50', zone: homeZone };

  constructor(
    private readonly people: ForgetPeople,
    private readonly books: ForgetBooks,
    private readonly standShifts: ForgetStandShifts,
    private readonly visitTravellers: ForgetVisitTravellers,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  async run(_dueAt: Temporal.Instant, stopping: AbortSignal): Promise<void> {
    const today = this.clock().toZonedDateTimeISO(homeZone).toPlainDate();
    for (const forgotten of await this.people.run(today, stopping)) {
      this.log.info({ forgotten }, 'people of a conference forgotten, as it is long over');
    }
    const charges = await this.visitTravellers.run(today);
    if (charges > 0)
      this.log.info({ charges }, 'travellers of study visits forgotten, as these are long over');
    const books = await this.books.run(today);
    if (books.documents + books.payments > 0) this.log.info({ books }, 'old documents and payments deleted');
    const shifts = await this.standShifts.run(today);
    if (shifts > 0) this.log.info({ shifts }, 'shifts on stands and journeys deleted that are over');
  }
}
