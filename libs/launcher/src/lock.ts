import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { startOf } from './processes.ts';
import { codeOf, StartError } from './start-error.ts';

/** Who holds a lock, so that a lock left behind by a process that was killed can be told from one that is held. */
interface Holder {
  readonly pid: number;
  readonly started: string | null;
}

function read(path: string): { text: string; holder: Holder | null } | null {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return null;
  }
  try {
    const { pid, started }: Record<string, unknown> = JSON.parse(text);
    return { text, holder: typeof pid === 'number' && typeof started === 'string' ? { pid, started } : null };
  } catch {
    return { text, holder: null };
  }
}

function isHeld({ pid, started }: Holder): boolean {
  return startOf(pid) === started;
}

/** The process that holds a lock; `null`: none, whatever a killed one has left behind. */
export function lockHolder(path: string): number | null {
  const holder = read(path)?.holder ?? null;
  return holder !== null && isHeld(holder) ? holder.pid : null;
}

/**
 * Takes a lock that lasts as long as this process. A lock whose holder is gone is taken over, also when its process id
 * has gone to another program since.
 *
 * @param path the lock's file
 * @param refusal the line for when it is held, made from the holder's process id
 * @returns what gives the lock back
 * @throws StartError when another process holds it
 */
export function takeLock(path: string, refusal: (pid: number) => string): () => void {
  const mine = `${path}.${process.pid}`;
  const text = JSON.stringify({ pid: process.pid, started: startOf(process.pid) });
  writeFileSync(mine, text, { mode: 0o644 });
  try {
    for (;;) {
      try {
        linkSync(mine, path);
        return () => {
          if (read(path)?.text === text) rmSync(path, { force: true });
        };
      } catch (error) {
        if (codeOf(error) !== 'EEXIST') throw error;
      }
      const found = read(path);
      if (!found) continue;
      if (found.holder && isHeld(found.holder)) throw new StartError(refusal(found.holder.pid));
      removeStale(path, found.text, mine);
    }
  } finally {
    rmSync(mine, { force: true });
  }
}

/** Removes a stale lock, and nothing else: if another start was quicker, its lock is put back. */
function removeStale(path: string, stale: string, mine: string): void {
  const aside = `${mine}.stale`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  if (readFileSync(aside, 'utf8') !== stale) linkSync(aside, path);
  rmSync(aside, { force: true });
}
