import { loadavg } from 'node:os';
import pg from 'pg';
import { startSystem } from '#launcher';
import { startIdentity } from '../events-calendar/signed-in.ts';
import { bookFor, requests, type Booked, type Way } from './booking/clients.ts';
import { pageWeight } from './booking/page-weight.ts';
import { runScript, runner } from './booking/pgbench.ts';
import { setUp } from './booking/place.ts';
import { seedBookings } from './booking/seed.ts';
import { scriptsOf } from './booking/statements.ts';
import { compare } from './measure.ts';

const app = 'conference-registration';
/** Which script of the database's does the same. */
const scriptOf = { 'at once': 'atOnce', 'in steps': 'inSteps' } as const;
const ways = ['at once', 'in steps'] as const satisfies readonly Way[];
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

/** One turn of each side, one after the other. */
interface Turn {
  /** What the database alone did per second. */
  readonly database: number;
  readonly booked: Booked;
}

const rateOf = (turns: readonly Turn[]) => middleOf(turns.map(({ booked }) => booked.perSecond));

/** How long each request of a booking took. */
function latencies(bookings: number, way: Way, pace: string, booked: readonly Booked[]) {
  return requests[way].map((step) => {
    const took = booked.flatMap((one) => one.took.get(step) ?? []).toSorted((one, other) => one - other);
    const slow = at(0.99, took);
    const isLast = step === requests[way].at(-1);
    return {
      bookings: whole(bookings),
      booked: way,
      pace,
      request: step,
      'p50, ms': at(0.5, took).toFixed(0),
      'p95, ms': at(0.95, took).toFixed(0),
      'p99, ms': slow.toFixed(0),
      wanted: isLast ? `p99 < ${wantedMilliseconds}` : '',
      '': isLast ? verdict(slow < wantedMilliseconds) : '',
    };
  });
}

const identity = await startIdentity(app);
const system = await startSystem({ apps: ['shell', app], env: { ...identity.env, LOG_LEVEL: 'info' } });
const db = new pg.Client({ connectionString: system.databaseUrl(app) });
try {
  await db.connect();
  const url = system.urls[app] ?? '';
  const place = await setUp(db, identity, clients);
  // Everything has been run once, and each organisation is a customer.
  for (const way of ways) await bookFor(url, place, way, { seconds: 60, most: clients * 4 });
  const scripts = await scriptsOf(db, place);

  const results: { bookings: number; way: Way; turns: Turn[]; load: number; calm: Booked }[] = [];
  for (const bookings of sizes) {
    await seedBookings(db, place, bookings);
    await bookFor(url, place, 'in steps', { seconds: 2 });
    const all = ways.map((way) => ({ bookings, way, turns: [] as Turn[], load: loadavg()[0] ?? 0 }));
    // By turns, as other work on the machine comes and goes.
    for (let turn = 0; turn < load.turns; turn += 1) {
      for (const { way, turns } of all) {
        const script = scripts[scriptOf[way]];
        const database = await runScript(system.databaseUrl(app), script, clients, load.seconds);
        turns.push({ database, booked: await bookFor(url, place, way, load) });
      }
    }
    for (const one of all) {
      const perSecond = rateOf(one.turns) / 2;
      results.push({ ...one, calm: await bookFor(url, place, one.way, { ...load, perSecond }) });
    }
  }

  console.log(
    `${clients} clients who book without a pause: at once in one request, or in steps (${requests['in steps'].join(', ')}); the same least statements through ${runner}, in one transaction or in four`,
  );
  console.table(
    results.map(({ bookings, way, turns, load: before }) => {
      const part = middleOf(turns.map(({ database, booked }) => booked.perSecond / database));
      return {
        bookings: whole(bookings),
        booked: way,
        'load before': before.toFixed(1),
        'confirmed /s': rateOf(turns).toFixed(1),
        'database /s': middleOf(turns.map(({ database }) => database)).toFixed(1),
        'of that': percent(part),
        wanted: `≥ ${percent(wantedPart)}`,
        '': verdict(part >= wantedPart),
      };
    }),
  );
  const slowest = results.flatMap(({ bookings, way, turns, calm }) => [
    ...latencies(
      bookings,
      way,
      'as fast as they can',
      turns.map(({ booked }) => booked),
    ),
    ...latencies(bookings, way, 'half as fast', [calm]),
  ]);
  console.table(slowest);
  for (const way of ways) {
    const [fewest, most] = results.filter((one) => one.way === way).map(({ turns }) => rateOf(turns));
    const growth = (most ?? 0) / (fewest ?? 1);
    console.log(
      `${way}: bookings /s at ${whole(sizes.at(-1) ?? 0)} against ${whole(sizes[0] ?? 0)}: ${percent(growth)}, wanted ≥ ${percent(wantedGrowth)}: ${verdict(growth >= wantedGrowth)}`,
    );
  }

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
