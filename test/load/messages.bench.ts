import { createTestDatabase, freePort, startRedis, type TestDatabase } from '#launcher';
import { bareLatencies, latencies } from './messages/latency.ts';
import { startPart, type Order, type Place, type Report } from './messages/part.ts';
import { createSchemas, fillOutbox } from './messages/schemas.ts';

/** How many messages go through in one turn, and how many turns each side has. */
const load = {
  isWatched: false,
  messages: Number(process.env['BENCH_MESSAGES'] ?? 20_000),
  turns: Number(process.env['BENCH_TURNS'] ?? 3),
};

/** At least so much of what BullMQ does by itself. */
const wantedPart = 0.5;

/** Messages sent one by one at a steady pace. */
const pace = { perSecond: 50, seconds: 20 };

/** From commit to commit, for all but five in a hundred, in milliseconds. */
const wantedLatency = 50;

/** So many wait when the relay starts. */
const burst = 50_000;

/** By how much memory in use may grow at most while a burst drains, in MB; the burst itself would need ten times as much. */
const wantedGrowth = 10;

const redis = await startRedis(await freePort());
let redisDatabase = 0;

interface Backend {
  readonly name: string;
  queueSettings(this: void, database: TestDatabase): Place['queueSettings'];
}

const backends: Backend[] = [
  { name: 'PostgreSQL', queueSettings: ({ queueUrl }) => ({ QUEUE_URL: queueUrl }) },
  { name: 'Redis', queueSettings: () => ({ REDIS_URL: `${redis.url}/${redisDatabase++}` }) },
];

const whole = (value: number) => Math.round(value).toLocaleString('en-GB');
const percent = (value: number) => `${Math.round(value * 100)} %`;
const tenths = (milliseconds: number) => milliseconds.toFixed(1);
const megabytes = (bytes: number) => Math.round(bytes / 1e6);
const verdict = (isMet: boolean) => (isMet ? 'yes' : 'NO');
const middleOf = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** On tables and queues of its own, so that no turn finds what another has left. */
async function inPlace<Result>(backend: Backend, work: (place: Place) => Promise<Result>): Promise<Result> {
  const database = await createTestDatabase();
  try {
    await createSchemas(database.adminUrl);
    return await work({ databaseUrl: database.adminUrl, queueSettings: backend.queueSettings(database) });
  } finally {
    await database.drop();
  }
}

interface Turn {
  readonly seconds: number;
  readonly reports: readonly Report[];
}

interface Load {
  readonly messages: number;
  readonly isWatched: boolean;
}

/** Has both parts begin at once, and waits until both are done. */
async function turn(place: Place, names: readonly Order['part'][], turnLoad: Load): Promise<Turn> {
  const parts = await Promise.all(names.map((part) => startPart({ ...place, part, ...turnLoad })));
  const began = performance.now();
  const reports = await Promise.all(parts.map(({ run }) => run()));
  const seconds = (performance.now() - began) / 1000;
  for (const { end } of parts) end();
  return { seconds, reports };
}

const bare = (backend: Backend, turnLoad: Load) =>
  inPlace(backend, (place) => turn(place, ['adder', 'worker'], turnLoad));

const ours = (backend: Backend, turnLoad: Load) =>
  inPlace(backend, async (place) => {
    await fillOutbox(place.databaseUrl, turnLoad.messages);
    return turn(place, ['relay', 'consumer'], turnLoad);
  });

/** In pairs of turns, as other work on the machine comes and goes, and hits both of a pair. */
async function throughput(backend: Backend) {
  const pairs: { bare: number; ours: number }[] = [];
  for (let each = 0; each < load.turns; each += 1) {
    const [one, other] = [await bare(backend, load), await ours(backend, load)];
    pairs.push({ bare: load.messages / one.seconds, ours: load.messages / other.seconds });
  }
  const part = middleOf(pairs.map((pair) => pair.ours / pair.bare));
  return {
    queues: backend.name,
    'BullMQ alone /s': whole(middleOf(pairs.map((pair) => pair.bare))),
    'outbox to inbox /s': whole(middleOf(pairs.map((pair) => pair.ours))),
    'of that': percent(part),
    'each pair': pairs.map((pair) => percent(pair.ours / pair.bare)).join(', '),
    wanted: `≥ ${percent(wantedPart)}`,
    met: verdict(part >= wantedPart),
  };
}

const at = (part: number, sorted: readonly number[]) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;

const percentiles = (sorted: readonly number[]) =>
  [0.5, 0.95, 0.99].map((part) => tenths(at(part, sorted))).join(' / ');

async function latency(backend: Backend) {
  const alone = await inPlace(backend, (place) => bareLatencies(place, pace));
  const sorted = await inPlace(backend, (place) => latencies(place, pace));
  return {
    queues: backend.name,
    'messages /s': pace.perSecond,
    'BullMQ alone p50 / p95 / p99, ms': percentiles(alone),
    'commit to commit p50 / p95 / p99, ms': percentiles(sorted),
    wanted: `p95 ≤ ${wantedLatency}`,
    met: verdict(at(0.95, sorted) <= wantedLatency),
  };
}

async function drain(backend: Backend) {
  const { seconds, reports } = await ours(backend, { messages: burst, isWatched: true });
  return reports.map(({ before, peak, after }, index) => {
    const growth = megabytes(peak.heap - before.heap);
    const ofAll = (what: 'rss' | 'heap') =>
      [before, peak, after].map((memory) => megabytes(memory[what])).join(' / ');
    return {
      queues: backend.name,
      process: index === 0 ? 'relay' : 'consumer',
      rows: whole(burst),
      'seconds in all': whole(seconds),
      'RSS before / peak / after, MB': ofAll('rss'),
      'heap in use, MB': ofAll('heap'),
      wanted: `heap grows ≤ ${wantedGrowth}`,
      met: verdict(growth <= wantedGrowth),
    };
  });
}

try {
  for (const measure of [throughput, latency, drain]) {
    const rows: object[] = [];
    for (const backend of backends) rows.push(...[await measure(backend)].flat());
    console.table(rows);
  }
} finally {
  await redis.remove();
}
