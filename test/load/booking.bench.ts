import { loadavg } from 'node:os';
import pg from 'pg';
import { startSystem } from '#launcher';
import { startIdentity } from '../events-calendar/signed-in.ts';
import { bookFor, steps, type Booked } from './booking/clients.ts';
import { pageWeight } from './booking/page-weight.ts';
import { runScript, runner } from './booking/pgbench.ts';
import { setUp } from './booking/place.ts';
import { seedBookings } from './booking/seed.ts';
import { scriptsOf } from './booking/statements.ts';
import { compare } from './measure.ts';

const app = 'conference-registration';
const clients = 50;
const sizes = [1_000, 100_000];

/** How long each side books in one turn, in seconds, and how many turns each has. */
const load = {
  seconds: Number(process.env['BENCH_SECONDS'] ?? 5),
  turns: Number(process.env['BENCH_TURNS'] ?? 3),
};

/** Of what the database does with the same statements. */
const wantedPart = 0.4;

/** How long confirming may take for all but one in a hundred, in milliseconds. */
const wantedMilliseconds = 250;

/** Of the bookings per second among the fewest, among the most: as many, but for the noise of the machine. */
const wantedGrowth = 0.9;

/** The public page: of what a bare server answers, and its size with all that it loads, in bytes as they are sent. */
const wantedPage = 0.1;
const wantedBytes = 60_000;

const whole = (value: number) => Math.round(value).toLocaleString('en-GB');
const percent = (value: number) => `${Math.round(value * 100)} %`;
const verdict = (isMet: boolean) => (isMet ? 'met' : 'not met');
const at = (part: number, sorted: readonly number[]) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
const middleOf = (values: readonly number[]) =>
  at(
    0.5,
    values.toSorted((a, b) => a - b),
  );

const identity = await startIdentity(app);
const system = await startSystem({ apps: ['shell', app], env: { ...identity.env, LOG_LEVEL: 'info' } });
const db = new pg.Client({ connectionString: system.databaseUrl(app) });
try {
  await db.connect();
  const url = system.urls[app] ?? '';
  const place = await setUp(db, identity, clients);
  // Everything has been run once, and each organisation is a customer.
  await bookFor(url, place, 60, clients * 4);
  const scripts = await scriptsOf(db, place);

  const results: { bookings: number; booked: Booked[]; atOnce: number[]; inSteps: number[]; load: number }[] =
    [];
  for (const bookings of sizes) {
    await seedBookings(db, place, bookings);
    await bookFor(url, place, 2);
    const result = {
      bookings,
      booked: [] as Booked[],
      atOnce: [] as number[],
      inSteps: [] as number[],
      load: loadavg()[0] ?? 0,
    };
    // By turns, as other work on the machine comes and goes.
    for (let turn = 0; turn < load.turns; turn += 1) {
      result.atOnce.push(await runScript(system.databaseUrl(app), scripts.atOnce, clients, load.seconds));
      result.booked.push(await bookFor(url, place, load.seconds));
      result.inSteps.push(await runScript(system.databaseUrl(app), scripts.inSteps, clients, load.seconds));
    }
    results.push(result);
  }

  console.log(
    `${clients} clients, ${steps.length} requests a booking (${steps.join(', ')}); the same statements through ${runner}`,
  );
  console.table(
    results.map(({ bookings, booked, atOnce, inSteps, load: before }) => {
      const rate = middleOf(booked.map(({ perSecond }) => perSecond));
      const ofSteps = middleOf(booked.map(({ perSecond }, turn) => perSecond / (inSteps[turn] ?? 1)));
      const ofOnce = middleOf(booked.map(({ perSecond }, turn) => perSecond / (atOnce[turn] ?? 1)));
      return {
        bookings: whole(bookings),
        'load before': before.toFixed(1),
        'confirmed /s': rate.toFixed(1),
        'database, in four transactions /s': middleOf(inSteps).toFixed(1),
        'of that': percent(ofSteps),
        'database, in one transaction /s': middleOf(atOnce).toFixed(1),
        'of that ': percent(ofOnce),
        wanted: `≥ ${percent(wantedPart)}`,
        '': `${verdict(ofSteps >= wantedPart)} / ${verdict(ofOnce >= wantedPart)}`,
      };
    }),
  );
  console.table(
    results.flatMap(({ bookings, booked }) =>
      steps.map((step) => {
        const took = booked.flatMap((one) => one.took[step]).toSorted((a, b) => a - b);
        const slow = at(0.99, took);
        return {
          bookings: whole(bookings),
          request: step,
          'p50, ms': at(0.5, took).toFixed(0),
          'p95, ms': at(0.95, took).toFixed(0),
          'p99, ms': slow.toFixed(0),
          wanted: step === 'confirm' ? `p99 < ${wantedMilliseconds}` : '',
          '': step === 'confirm' ? verdict(slow < wantedMilliseconds) : '',
        };
      }),
    ),
  );
  const [fewest, most] = results.map(({ booked }) => middleOf(booked.map(({ perSecond }) => perSecond)));
  const growth = (most ?? 0) / (fewest ?? 1);
  console.log(
    `bookings /s at ${whole(sizes.at(-1) ?? 0)} against ${whole(sizes[0] ?? 0)}: ${percent(growth)}, wanted ≥ ${percent(wantedGrowth)}: ${verdict(growth >= wantedGrowth)}`,
  );

  const path = `/conference/${place.slug}`;
  const page = await compare(
    { name: 'page', path, conditional: false },
    { url, pid: system.pid(app) },
    { url: system.urls['shell'] ?? '', pid: system.pid('shell') },
  );
  const weight = await pageWeight(system.urls['shell'] ?? '', path);
  console.table(
    (['service', 'shell'] as const).map((through) => ({
      'public page': through === 'shell' ? 'through the shell' : 'the service alone',
      'bytes, gzip': whole(page.bytes),
      'bare /s': whole(page.bare.perSecond),
      '/s': whole(page[through].perSecond),
      'of bare': percent(page[through].perSecond / page.bare.perSecond),
      wanted: `≥ ${percent(wantedPage)}`,
      '': verdict(page[through].perSecond / page.bare.perSecond >= wantedPage),
    })),
  );
  console.log(
    `the page with its ${weight.assets.length} assets, gzip, on a first visit: ${whole(weight.bytes)} bytes, wanted < ${whole(wantedBytes)}: ${verdict(weight.bytes < wantedBytes)}`,
  );
} finally {
  await db.end();
  await system.stop();
  await identity.stop();
}
