import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { DataSource } from 'typeorm';
import { homeZone } from '#checks';
import { createLog, DemoClock, loadOnce, nestLogger, Transactions } from '#platform';
import { createDataSource } from '../data-source.js';
import { ChangeStatus } from '../exhibitions/change-status.js';
import { CreateExhibition } from '../exhibitions/create-exhibition.js';
import type { Exhibition } from '../exhibitions/domain/exhibition.js';
import { EndExhibitions } from '../exhibitions/end-exhibitions.js';
import { ExhibitionRow } from '../exhibitions/exhibition.entity.js';
import { DemoModule } from './demo-module.js';
import { carryNotes } from '../afterwards/notes/carry-notes.js';
import {
  comingExhibition,
  comingFirstDay,
  lastExhibition,
  lastFirstDay,
  pastExhibitions,
  type DemoExhibition,
} from './exhibitions.js';
import { inviteGuests, makeEvents } from './events.js';
import { givePasses } from './give-passes.js';
import { staffLastAutumn } from './last-autumn.js';
import { lookBack, playDays } from './look-back.js';
import { makeTeam } from './make-team.js';
import { keepNetwork, staff } from './network.js';
import { makePlan, planned } from './plan.js';
import { dropOut, makeShifts, publishFoundRota } from './rota.js';
import { makeStock } from './stock.js';
import { askToSwap } from './swap.js';
import { makeOldShifts, makeVisitors } from './visitors.js';
import { volunteers } from './volunteers.js';

/**
 * Loads the demonstration into a database that has no exhibitions yet: five that are over, on their real days, that of last
 * autumn with what was said of it, and the stand of next year with its team, passes, events, rota and stock. All of it is done by the use cases that people's pages use, with a clock that
 * is put back. All of it is one transaction: where it is broken off, the next start finds nothing and begins anew.
 *
 * @param databaseUrl the address of the service's own role
 * @returns what was loaded, in words; `null` where there were exhibitions already
 */
export function loadDemo(databaseUrl: string): Promise<string | null> {
  return loadOnce(createDataSource(databaseUrl), ExhibitionRow, (within) => load(within, databaseUrl));
}

async function load(dataSource: DataSource, databaseUrl: string): Promise<string> {
  const clock = new DemoClock();
  const today = Temporal.Now.plainDateISO(homeZone);
  const log = createLog('exhibition-stands', 'error');
  await dataSource.transaction(keepNetwork);
  const app = await NestFactory.createApplicationContext(
    DemoModule.with(dataSource, clock, databaseUrl, log),
    {
      logger: nestLogger(log),
    },
  );
  try {
    for (const demo of pastExhibitions) {
      const exhibition = await publish(app, clock, demo, demo.first.subtract({ days: 60 }));
      await makeOldShifts(app, exhibition);
      await makeVisitors(app, clock, exhibition, { areNamed: false });
      await end(app, clock, demo);
    }
    const last = await playLast(app, clock, today);
    await playComing(app, clock, today, last);
    return `Demonstration data: ${pastExhibitions.length + 2} exhibitions, ${volunteers.length} volunteers for the next one.`;
  } finally {
    await app.close();
  }
}

/** The stand of last autumn, from its team to what is carried to next year. @returns its id */
async function playLast(
  app: INestApplicationContext,
  clock: DemoClock,
  today: Temporal.PlainDate,
): Promise<string> {
  const first = lastFirstDay(today);
  const demo = lastExhibition(first);
  const exhibition = await publish(app, clock, demo, first.subtract({ days: 60 }));
  await makeOldShifts(app, exhibition);
  const members = await staffLastAutumn(app, clock, exhibition, first);
  await playDays(app, clock, { exhibition, first, members });
  await makeVisitors(app, clock, exhibition, { areNamed: true });
  await end(app, clock, demo);
  await lookBack(app, clock, { exhibition, first, members });
  return exhibition.id;
}

/** @param last the id of the stand of last autumn, whose open notes come along */
async function playComing(
  app: INestApplicationContext,
  clock: DemoClock,
  today: Temporal.PlainDate,
  last: string,
): Promise<void> {
  const first = comingFirstDay(today);
  const exhibition = await publish(app, clock, comingExhibition(first), today.subtract({ days: planned }));
  const { id } = exhibition;
  await app.get(Transactions).run((manager) => carryNotes(manager, { from: last, to: id }));
  await makePlan(app, clock, exhibition, { first, today });
  await makeShifts(app, id);
  const reception = await makeEvents(app, clock, exhibition, { first, today });
  const members = await makeTeam(app, clock, exhibition, { first, today });
  await givePasses(app, clock, id, { first, today, members });
  await makeStock(app, clock, id, today);
  await inviteGuests(app, clock, { exhibitionId: id, id: reception }, { today, members });
  await publishFoundRota(app, clock, id, { today, members });
  await dropOut(app, clock, id, { today, members });
  await askToSwap(app, clock, id, { first, today, members });
}

/** Lets it be over, the night after its last day. */
async function end(app: INestApplicationContext, clock: DemoClock, { last }: DemoExhibition): Promise<void> {
  clock.put(last.add({ days: 1 }), '00:05');
  await app.get(EndExhibitions).run(clock.now(), new AbortController().signal);
}

/** Writes an exhibition and publishes it, on a day. */
async function publish(
  app: INestApplicationContext,
  clock: DemoClock,
  { input }: DemoExhibition,
  on: Temporal.PlainDate,
): Promise<Exhibition> {
  clock.put(on, '10:00');
  const { id, version } = await app
    .get(Transactions)
    .run((manager) => app.get(CreateExhibition).run(manager, staff, input));
  return app.get(ChangeStatus).run(staff, { id, version }, { to: 'published', reason: '' });
}
