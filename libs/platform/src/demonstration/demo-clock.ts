import { Temporal } from 'temporal-polyfill';
import { homeZone } from '#checks';

/** A clock that is put to when something of the demonstration happened. */
export class DemoClock {
  private instant = Temporal.Now.instant();

  /** What the use cases ask. */
  readonly now = (): Temporal.Instant => this.instant;

  /** @param day where the network is @param time `14:05` */
  put(day: Temporal.PlainDate, time: string): void {
    const plainTime = Temporal.PlainTime.from(time);
    this.instant = day.toZonedDateTime({ timeZone: homeZone, plainTime }).toInstant();
  }
}

/** An instant by the network's own clock. */
export function momentAt(day: Temporal.PlainDate, time: string): Temporal.Instant {
  return day.toZonedDateTime({ timeZone: homeZone, plainTime: Temporal.PlainTime.from(time) }).toInstant();
}
