import { setTimeout as wait } from 'node:timers/promises';
import { blows, type Rhythm } from './blows.ts';
import { Chance } from './chance.ts';
import { Editor, type EditCounts } from './editor.ts';
import { follow, hireStaff, tellOfPeople } from './followers.ts';
import { blindInboxes, emptyQueues } from './harm.ts';
import { judge, type Verdict } from './ledger.ts';
import { Killing } from './parts.ts';
import { untilQuiet } from './quiet.ts';
import { readLedger } from './read-ledger.ts';
import { bringUp, type Backend, type Site } from './site.ts';

export interface RunOptions {
  readonly backend: Backend;
  readonly followers: number;
  readonly edits: number;
  /** How long the edits take in all if nothing holds them up, in milliseconds. */
  readonly editingFor: number;
  /** How long edits are gathered before followers are told, in seconds. */
  readonly noticeWindow: number;
  readonly rhythm: Rhythm;
  /** Decides what is killed when, and what the edits are. */
  readonly seed: string;
  /** True: without the check of the inboxes; such a run has to fail. */
  readonly control: boolean;
  /** How long it may take until nothing is left to do, in milliseconds. */
  readonly quietWithin: number;
  /** Tells what is being done. */
  readonly tell: (line: string) => void;
}

export interface RunReport {
  readonly options: RunOptions;
  /** How often each part was killed. */
  readonly kills: ReadonlyMap<string, number>;
  /** How often a service ended without being killed, and was started again. */
  readonly endedByItself: number;
  readonly edits: EditCounts;
  readonly mailings: number;
  readonly owed: number;
  readonly verdict: Verdict;
  /** From the first kill until nothing was left to do, in milliseconds. */
  readonly took: number;
}

/** How often it is looked whether something was done, in milliseconds. */
const lookEvery = 50;

/** How many of a round's kills fall on each part: the more often, the more there is to lose. */
const weights: Readonly<Record<string, number>> = {
  'events-calendar 1': 2,
  'events-calendar 2': 1,
  'mailer 1': 2,
  'mailer 2': 1,
  'mail server': 2,
  PostgreSQL: 2,
  Redis: 2,
  'conference-registration': 1,
  'exhibition-stands': 1,
  'study-visits': 1,
  members: 1,
  shell: 1,
};

/** Edits an event that many follow while everything is killed by turns, and looks what has become of it. */
export async function runFaults(options: RunOptions): Promise<RunReport> {
  const { backend, noticeWindow, tell } = options;
  tell(`bringing up the site; messages by ${backend}, seed ${options.seed}`);
  const site = await bringUp(backend, noticeWindow);
  let isWell = false;
  try {
    const report = await runOn(site, options);
    isWell = options.control || report.verdict.faults.length === 0;
    return report;
  } finally {
    if (!isWell) tell(`what the services wrote stays in ${site.folder}`);
    await site.stop(!isWell);
  }
}

async function runOn(site: Site, options: RunOptions): Promise<RunReport> {
  const { followers: count, seed, control, tell } = options;
  const editor = new Editor(site.origin, await hireStaff(site), new Chance(`${seed} edits`));
  const followers = await tellOfPeople(site, count);
  const ref = await editor.publish();
  await follow(site, ref, followers);
  if (control) await blindInboxes(site);
  const firstVersion = editor.version;
  tell(`${count} people follow ${ref}; it begins`);

  const began = performance.now();
  const killing = new Killing(site.parts, tell);
  const calm = new AbortController();
  const striking = strikeUntil(calm.signal, killing, site, options, editor);
  try {
    await Promise.race([
      editAll(editor, site, options),
      striking.then(() => Promise.reject(calm.signal.reason)),
    ]);
    // The last mailing goes out under blows as well: when the window is over it is looked for within another, or 10 s.
    const { noticeWindow, rhythm } = options;
    await wait((noticeWindow + Math.min(noticeWindow, 10)) * 1000 + 4 * rhythm.every);
  } finally {
    calm.abort();
    await striking;
    await killing.over();
  }
  tell(`${editor.counts.edits} edits are made and all is up again; waiting until nothing is left to do`);

  const left = await untilQuiet(site, options.quietWithin, tell);
  const took = performance.now() - began;
  const done = { ref, edits: editor.counts.edits, firstVersion, followers };
  const { mailings, ...ledger } = await readLedger(site, done);
  return {
    options,
    kills: new Map(
      [...Map.groupBy(killing.outages, ({ part }) => part)].map(([part, some]) => [part, some.length]),
    ),
    endedByItself: site.replicas.reduce((sum, { endedByItself }) => sum + endedByItself, 0),
    edits: editor.counts,
    mailings,
    owed: ledger.owed.length,
    verdict: judge({ ...ledger, outages: killing.outages, left }),
    took,
  };
}

/**
 * Blows fall at their times, but no sooner than something was done since the one before: on a busy machine what is killed may
 * take longer to come back than until the next blow, and a site that is never there has nothing to lose.
 */
async function strikeUntil(
  signal: AbortSignal,
  killing: Killing,
  { parts }: Site,
  { seed, rhythm, edits }: RunOptions,
  { counts }: Editor,
): Promise<void> {
  const present = Object.fromEntries(Object.entries(weights).filter(([part]) => parts.has(part)));
  const pause = (ms: number) => wait(ms, undefined, { signal }).catch(() => undefined);
  let began = performance.now();
  let done = -1;
  for (const { at, part, downFor } of blows(`${seed} blows`, present, rhythm)) {
    await pause(Math.max(0, began + at - performance.now()));
    const isDue = () => counts.edits > done || counts.edits === edits;
    while (!signal.aborted && !isDue()) await pause(lookEvery);
    if (signal.aborted) return;
    began = Math.max(began, performance.now() - at);
    done = counts.edits;
    await killing.strike(part, downFor);
  }
}

/** Makes the edits, one after the other, and empties the queues in the middle. */
async function editAll(editor: Editor, site: Site, { edits, editingFor, tell }: RunOptions): Promise<void> {
  const began = performance.now();
  for (let number = 1; number <= edits; number += 1) {
    await wait(Math.max(0, began + (editingFor * number) / edits - performance.now()));
    await editor.edit(number, edits - number);
    if (number === Math.ceil(edits / 2)) await emptyQueues(site, tell);
  }
}
