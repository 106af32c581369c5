import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Temporal } from 'temporal-polyfill';
import type { DataSource } from 'typeorm';
import { homeZone } from '#checks';
import { createLog, DemoClock, loadOnce, nestLogger, Transactions } from '#platform';
import { BeginApplication } from '../applications/begin-application.js';
import { createDataSource } from '../data-source.js';
import { ChangeStatus } from '../visits/change-status.js';
import { CreateVisit } from '../visits/create-visit.js';
import type { VisitDetails } from '../visits/domain/details.js';
import type { Visit, VisitStatus } from '../visits/domain/visit.js';
import { EndVisits } from '../visits/end-visits.js';
import { FindVisit } from '../visits/find-visit.js';
import { VisitRow } from '../visits/visit.entity.js';
import { applicants } from './applicants.js';
import { apply, chooseTravellers, prepareSelection } from './choose.js';
import { planDays } from './days.js';
import { DemoModule } from './demo-module.js';
import { planJourney } from './journey.js';
import { lookBack } from './look-back.js';
import { giveRooms, hearTravellers } from './rooms.js';
import { keepNetwork, staff, wanda } from './network.js';
import { assessRisks, considerPackageTravel, reckon } from './plan.js';
import { emiliaRomagna, mondragon } from './visits.js';

/**
 * Loads the demonstration into a database that has no visits yet: Emilia-Romagna 2024 on its real days, from the applications to
 * what it came to, and Mondragon next spring, for which people can apply. All of it is done by the use cases that people's pages
 * use, with a clock that is put back. All of it is one transaction: where it is broken off, the next start finds nothing and
 * begins anew.
 *
 * @param databaseUrl the address of the service's own role
 * @returns what was loaded, in words; `null` where there were visits already
 */
export function loadDemo(databaseUrl: string): Promise<string | null> {
  return loadOnce(createDataSource(databaseUrl), VisitRow, (within) => load(within, databaseUrl));
}

async function load(dataSource: DataSource, databaseUrl: string): Promise<string> {
  const clock = new DemoClock();
  const today = Temporal.Now.plainDateISO(homeZone);
  const log = createLog('study-visits', 'error');
  await dataSource.transaction(keepNetwork);
  const app = await NestFactory.createApplicationContext(
    DemoModule.with(dataSource, clock, databaseUrl, log),
    { logger: nestLogger(log) },
  );
  try {
    await playPast(app, clock);
    await playComing(app, clock, today);
    return 'Demonstration data: 2 visits, 25 travellers with the one that is over.';
  } finally {
    await app.close();
  }
}

/** Emilia-Romagna, from its announcement to the report for the board. */
async function playPast(app: INestApplicationContext, clock: DemoClock): Promise<void> {
  const announced = await announce(app, clock, emiliaRomagna, Temporal.PlainDate.from('2023-08-29'));
  await chooseTravellers(app, clock, announced);
  clock.put(Temporal.PlainDate.from('2024-01-15'), '10:00');
  await assessRisks(app, announced.id);
  await takeStep(app, announced.id, 'confirmed');
  clock.put(Temporal.PlainDate.from('2024-02-09'), '16:10');
  await planJourney(app, announced.id);
  await planDays(app, announced.id);
  await giveRooms(app, clock, announced.id);
  await hearTravellers(app, clock, announced.id);
  clock.put(Temporal.PlainDate.from('2024-03-16'), '00:05');
  await app.get(EndVisits).run(clock.now(), new AbortController().signal);
  clock.put(Temporal.PlainDate.from('2024-04-12'), '15:00');
  await reckon(app, announced.id);
  await lookBack(app, clock, announced.id);
}

/** Mondragon: some have applied, and one has begun to. */
async function playComing(
  app: INestApplicationContext,
  clock: DemoClock,
  today: Temporal.PlainDate,
): Promise<void> {
  const { id } = await announce(app, clock, mondragon(today), today.subtract({ weeks: 4 }));
  clock.put(today.subtract({ weeks: 3 }), '10:00');
  await prepareSelection(app, id);
  const again = applicants.filter(({ organisation }) => hasApplied.has(organisation));
  for (const [index, applicant] of again.entries()) {
    clock.put(today.subtract({ days: 18 - index * 2 }), '11:10');
    await apply(app, id, applicant);
  }
  clock.put(today.subtract({ days: 1 }), '17:30');
  await app.get(BeginApplication).forPerson(wanda, id);
}

/** Who has applied for Mondragon so far is of these; only one of them has been on no visit. */
const hasApplied: ReadonlySet<string> = new Set([
  'Newcastle City Council',
  'Power to Change',
  'Preston City Council',
  'Salford City Council',
  'The Co-operative College',
]);

/** Writes a visit and announces it, on a day. */
async function announce(
  app: INestApplicationContext,
  clock: DemoClock,
  details: VisitDetails,
  on: Temporal.PlainDate,
): Promise<Visit> {
  clock.put(on, '10:00');
  const { id } = await app
    .get(Transactions)
    .run((manager) =>
      app
        .get(CreateVisit)
        .add(manager, staff, { details, slug: null }, { action: 'Draft written', copiedFrom: null }),
    );
  await considerPackageTravel(app, id);
  await takeStep(app, id, 'announced');
  return app.get(FindVisit).byId(id);
}

const takeStep = (app: INestApplicationContext, id: string, to: VisitStatus) =>
  app.get(ChangeStatus).run(staff, { id, version: null }, { to, reason: '' });
