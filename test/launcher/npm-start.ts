import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

export { freePort } from '../../libs/launcher/src/ports.ts';

const root = join(import.meta.dirname, '../..');

/** `npm start`, going on or over. */
export interface Start {
  readonly pid: number;
  /** Resolves to the exit code, or to the name of the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>;
  /** All it has written, to both streams, without npm's own header. */
  output(this: void): string;
  /** Resolves when it has written the text; rejects with all it wrote when it ends without. */
  says(this: void, text: string): Promise<void>;
  /** Signals the process group, as a terminal does on Ctrl-C. */
  interrupt(this: void): void;
}

/** A process's command line; empty when it has ended meanwhile. */
export function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}

/** The command lines of running processes that mention a text, such as a folder. */
export function commandsMentioning(text: string): string[] {
  return readdirSync('/proc').flatMap((entry) => {
    const command = /^\d+$/.test(entry) ? commandOf(Number(entry)) : '';
    return command.includes(text) ? [`${entry}: ${command}`] : [];
  });
}

/** A process and all that it has started, and they, as long as their parents live. */
export function treeOf(pid: number): number[] {
  const parents = readdirSync('/proc').flatMap((entry) => {
    try {
      const stat = readFileSync(`/proc/${entry}/stat`, 'utf8');
      return [{ pid: Number(entry), parent: Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) }];
    } catch {
      return [];
    }
  });
  const below = (one: number): number[] => [
    one,
    ...parents.filter(({ parent }) => parent === one).flatMap((child) => below(child.pid)),
  ];
  return below(pid);
}

/** Those of the processes that still run. */
export function alive(pids: readonly number[]): number[] {
  return pids.filter((pid) => {
    try {
      return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
    } catch {
      return false;
    }
  });
}

/** Kills processes outright, all of them halted first, so that none has time to notice that another has gone. */
export function killAll(pids: readonly number[]): void {
  for (const name of ['SIGSTOP', 'SIGKILL'] as const) {
    for (const pid of pids) {
      try {
        process.kill(pid, name);
      } catch {
        // Gone already, as it lived on another that was killed before it.
      }
    }
  }
}

/** What a start needs of our environment, and what makes it ours; it is not to find our own settings. */
const kept = ['PATH', 'HOME', 'TMPDIR', 'TEST_RUN'];

/** Those that have not ended yet. */
const going = new Set<number>();

/** Ends every start that a test has left behind, with all that it started. */
export function endAll(): void {
  for (const pid of going) process.kill(-pid, 'SIGKILL');
}

/** Runs `npm start` with these settings and none of ours, in a process group of its own. */
export function npmStart(settings: Readonly<Record<string, string>>): Start {
  const child = spawn('npm', ['start', '--silent'], {
    cwd: root,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...Object.fromEntries(kept.map((name) => [name, process.env[name]])), ...settings },
  });
  let written = '';
  const hear = (chunk: Buffer) => {
    written += chunk.toString();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const pid = child.pid ?? 0;
  going.add(pid);
  let over = false;
  const ended = new Promise<number | NodeJS.Signals>((resolve) => {
    child.once('close', (code, signal) => {
      over = true;
      going.delete(pid);
      resolve(code ?? signal ?? 1);
    });
  });
  return {
    pid,
    ended,
    output: () => written.replaceAll(/^npm warn .*\n/gm, ''),
    says: async (text) => {
      while (!written.includes(text)) {
        if (over) throw new Error(`npm start ended without saying "${text}":\n${written}`);
        await wait(20);
      }
    },
    interrupt: () => process.kill(-pid, 'SIGINT'),
  };
}
