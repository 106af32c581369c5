import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { System } from '#launcher';
import type { SeededParty } from './seed-party.ts';

/** All of them are to be made in so many seconds. */
const seconds = 60;

/** So much more memory than before the service may take at most meanwhile, however many travellers there are. */
const mostMegabytes = 250;

/** How much more the second half may take than the first: flat, but for what the collector leaves for later. */
const mostGrowth = 60;

interface Making {
  readonly id: string;
  readonly status: string;
  readonly total: number;
  readonly done: number;
}

/** Resident memory of a process, in megabytes (Linux). */
function megabytesOf(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes ?? 0) / 1024;
}

/**
 * Makes everybody’s papers in the background and looks on.
 *
 * @param headers of staff who ask by the API
 * @returns whether all is as it should be
 */
export async function benchPapers(
  system: System,
  { visitId }: SeededParty,
  headers: Readonly<Record<string, string>>,
): Promise<boolean> {
  const makings = `${system.urls['study-visits']}/api/v1/study-visits/visits/${visitId}/paper-makings`;
  const pid = system.pid('study-visits');
  const before = megabytesOf(pid);
  const began = performance.now();
  const asked = await fetch(makings, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
    body: '{}',
  });
  if (asked.status !== 201) throw new Error(`papers were not begun: ${asked.status} ${await asked.text()}`);
  let making = (await asked.json()) as Making;
  const seen = new Set<number>();
  const memory: { readonly part: number; readonly megabytes: number }[] = [];
  const pages: number[] = [];
  while (['waiting', 'running'].includes(making.status)) {
    await wait(250);
    const at = performance.now();
    making = (await (await fetch(`${makings}/${making.id}`, { headers })).json()) as Making;
    pages.push(performance.now() - at);
    seen.add(making.done);
    memory.push({ part: making.done / Math.max(making.total, 1), megabytes: megabytesOf(pid) });
  }
  const took = (performance.now() - began) / 1000;
  const most = (is: (part: number) => boolean) =>
    Math.max(before, ...memory.filter(({ part }) => is(part)).map(({ megabytes }) => megabytes));
  const [early, late] = [most((part) => part < 0.5), most((part) => part >= 0.5)];
  const archive = await fetch(`${makings}/${making.id}/papers.zip`, { headers });
  let bytes = 0;
  for await (const piece of archive.body ?? []) bytes += (piece as Uint8Array).length;
  const slowest = Math.max(...pages);
  const checks: readonly (readonly [words: string, isMet: boolean])[] = [
    [`${making.done} of ${making.total} travellers, ${making.status}`, making.status === 'done'],
    [`${took.toFixed(1)} s of ${seconds}`, took <= seconds],
    [`progress seen ${seen.size} times`, seen.size >= 10],
    [
      `memory ${before.toFixed(0)} MB before, ${early.toFixed(0)} in the first half (of ${(before + mostMegabytes).toFixed(0)})`,
      early - before <= mostMegabytes,
    ],
    [
      `${late.toFixed(0)} MB in the second half (of ${(early + mostGrowth).toFixed(0)})`,
      late - early <= mostGrowth,
    ],
    [
      `an answer meanwhile took ${slowest.toFixed(0)} ms at most; the archive has ${(bytes / 1_048_576).toFixed(1)} MB`,
      archive.status === 200,
    ],
  ];
  console.log('Everybody’s papers in the background: a programme and an emergency card each');
  for (const [words, isMet] of checks) console.log(`  ${words}: ${isMet ? 'met' : 'not met'}`);
  return checks.every(([, isMet]) => isMet);
}
