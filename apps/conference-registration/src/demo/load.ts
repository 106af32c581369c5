import { NestFactory } from '@nestjs/core';
import { Temporal } from 'temporal-polyfill';
import type { DataSource } from 'typeorm';
import { homeZone } from '#checks';
import { createLog, DemoClock, loadOnce, nestLogger } from '#platform';
import { ConferenceRow } from '../conferences/conference.entity.js';
import { createDataSource } from '../data-source.js';
import { comingBookings, pastBookings } from './bookings.js';
import { comingConference, comingDates, pastConference, pastDates } from './conferences.js';
import { DemoModule } from './demo-module.js';
import { MakeBookings } from './make-bookings.js';
import { keepNetwork } from './network.js';
import { comingPayments, pastPayments } from './payments.js';
import { playConference } from './play-conference.js';

/**
 * Loads the demonstration into a database that has no conferences yet: one that is open for booking and the one before it, with
 * bookings and money in every state, dated from today on. All of it is done by the use cases that people's pages use, with a
 * clock that is put back, so that places, prices, documents and histories are as they would have become. All of it is one
 * transaction: where it is broken off, the next start finds nothing and begins anew.
 *
 * @param databaseUrl the address of the service's own role
 * @returns what was loaded, in words; `null` where there were conferences already
 */
export function loadDemo(databaseUrl: string): Promise<string | null> {
  return loadOnce(createDataSource(databaseUrl), ConferenceRow, (within) => load(within, databaseUrl));
}

async function load(dataSource: DataSource, databaseUrl: string): Promise<string> {
  const clock = new DemoClock();
  const today = Temporal.Now.plainDateISO(homeZone);
  const log = createLog('conference-registration', 'error');
  await dataSource.transaction(keepNetwork);
  const app = await NestFactory.createApplicationContext(
    DemoModule.with(dataSource, clock, databaseUrl, log),
    { logger: nestLogger(log) },
  );
  try {
    const make = new MakeBookings(app);
    const past = pastDates(today);
    await playConference(app, clock, make, {
      input: pastConference(past),
      dates: past,
      bookings: pastBookings,
      payments: pastPayments,
      isOver: true,
    });
    const coming = comingDates(today);
    await playConference(app, clock, make, {
      input: comingConference(coming),
      dates: coming,
      bookings: comingBookings,
      payments: comingPayments,
      isOver: false,
    });
    return `Demonstration data: 2 conferences, ${pastBookings.length + comingBookings.length} bookings, ${make.delegates} delegates.`;
  } finally {
    await app.close();
  }
}
