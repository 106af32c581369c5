import pg from 'pg';
import { startSystem, type System } from '#launcher';
import { compare, type Comparison, type Target } from './measure.ts';
import { seedEvents } from './seed-events.ts';

const sizes = [1_000, 10_000];

const targets: readonly (Target & { readonly wanted: number })[] = [
  { name: 'feed 304', path: '/calendar/feeds/all.ics', conditional: true, wanted: 0.6 },
  { name: 'feed 200', path: '/calendar/feeds/all.ics', conditional: false, wanted: 0.5 },
  { name: 'what’s on', path: '/calendar', conditional: false, wanted: 0.1 },
  { name: 'event', path: '/calendar/events/2026-event-900', conditional: false, wanted: 0.1 },
];

/** Through the shell, of what the service does alone. */
const wantedThroughShell = 0.4;

/** The first feed after an edit, with the most events, in milliseconds. */
const wantedAfterEdit = 300;

/** How much dearer an event may be among the most than among the fewest: flat, but for the noise of the machine. */
const wantedGrowth = 1.25;

const whole = (value: number) => Math.round(value).toLocaleString('en-GB');
const percent = (value: number) => `${Math.round(value * 100)} %`;
const verdict = (isMet: boolean) => (isMet ? 'yes' : 'NO');

function row(events: number, target: (typeof targets)[number], result: Comparison) {
  const ratio = result.service.perSecond / result.bare.perSecond;
  const through = result.shell.perSecond / result.service.perSecond;
  return {
    events: whole(events),
    target: target.name,
    bytes: whole(result.bytes),
    'bare /s': whole(result.bare.perSecond),
    'service /s': whole(result.service.perSecond),
    'of bare': percent(ratio),
    wanted: `≥ ${percent(target.wanted)}`,
    met: verdict(ratio >= target.wanted),
    'shell /s': whole(result.shell.perSecond),
    'of service': percent(through),
    'wanted ': `≥ ${percent(wantedThroughShell)}`,
    'met ': verdict(through >= wantedThroughShell),
    'service CPU µs': whole(result.service.cpuMicroseconds ?? 0),
    'shell CPU µs': whole(result.shell.cpuMicroseconds ?? 0),
  };
}

/** How long one request takes, in milliseconds, and the ETag that it gives. */
async function timed(url: string) {
  const start = performance.now();
  const response = await fetch(url, { headers: { 'accept-encoding': 'gzip' } });
  await response.arrayBuffer();
  return { took: performance.now() - start, etag: response.headers.get('etag') };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** Edits one event and takes the time of the request that first shows the edit; the median of several edits. */
async function firstFeedAfterEdit(system: System, edits: number): Promise<number> {
  const url = `${system.urls['events-calendar']}/calendar/feeds/all.ics`;
  const client = new pg.Client({ connectionString: system.databaseUrl('events-calendar') });
  await client.connect();
  const times: number[] = [];
  try {
    for (let edit = 1; edit <= edits; edit += 1) {
      const before = await timed(url);
      await client.query(
        `UPDATE events SET title = title || ' (moved)', version = version + 1, sequence = sequence + 1,
           changed_at = now() WHERE ref = $1`,
        [`2026-event-${edit * 7}`],
      );
      let after = await timed(url);
      while (after.etag === before.etag) after = await timed(url);
      times.push(after.took);
    }
  } finally {
    await client.end();
  }
  return median(times);
}

const system = await startSystem({ env: { LOG_LEVEL: 'info' } });
const rows = [];
const edits: { events: number; took: number }[] = [];
try {
  const service = () => ({ url: system.urls['events-calendar'] ?? '', pid: system.pid('events-calendar') });
  const shell = () => ({ url: system.urls['shell'] ?? '', pid: system.pid('shell') });
  for (const events of sizes) {
    await seedEvents(system.databaseUrl('events-calendar'), events);
    await timed(`${service().url}/calendar/feeds/all.ics`);
    for (const target of targets) rows.push(row(events, target, await compare(target, service(), shell())));
    edits.push({ events, took: await firstFeedAfterEdit(system, 15) });
  }
} finally {
  await system.stop();
}
console.table(rows);
const [fewest, most] = [edits[0], edits.at(-1)];
const perEvent = (edit: (typeof edits)[number] | undefined) =>
  ((edit?.took ?? 0) / (edit?.events ?? 1)) * 1000;
const growth = perEvent(most) / perEvent(fewest);
console.table(
  edits.map((edit) => ({
    events: whole(edit.events),
    'first feed after an edit, ms': edit.took.toFixed(1),
    'µs per event': perEvent(edit).toFixed(1),
  })),
);
console.log(
  `first feed after an edit at ${whole(most?.events ?? 0)} events: ${most?.took.toFixed(0)} ms, wanted ≤ ${wantedAfterEdit}: ${verdict((most?.took ?? Infinity) <= wantedAfterEdit)}`,
);
console.log(
  `cost per event, ${whole(most?.events ?? 0)} against ${whole(fewest?.events ?? 0)}: × ${growth.toFixed(2)}, wanted ≤ ${wantedGrowth}: ${verdict(growth <= wantedGrowth)}`,
);
