import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { RotaAnswer } from '../../../apps/exhibition-stands/src/rota/domain/answer.ts';
import type { RotaProblem } from '../../../apps/exhibition-stands/src/rota/domain/problem.ts';

/** What a process is to solve. */
export interface CaseTask {
  readonly problem: RotaProblem;
  /** The search ends after this. */
  readonly seconds: number;
}

/** What came of it, and what it took. */
export interface CaseAnswer {
  readonly answer: RotaAnswer;
  /** By the clock, to load the solver, write the model, search and check. Seconds. */
  readonly wall: number;
  /** The same by the processor, with the start of the process: what it would take on a machine with nothing else to do. */
  readonly processor: number;
  /** Of the process, solver and all, at most. */
  readonly megabytes: number;
}

/** Solves in a process of its own, as the app does: memory that WebAssembly has taken stays taken. */
export async function runCase(task: CaseTask): Promise<CaseAnswer> {
  const file = fileURLToPath(new URL('./case.ts', import.meta.url));
  const child = spawn(process.execPath, [...process.execArgv, file], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(child, 'exit') as Promise<[number | null]>;
  child.stdin.end(JSON.stringify(task));
  const said = await text(child.stdout);
  const [code] = await ended;
  if (code !== 0) throw new Error(`a case ended with code ${code}`);
  return JSON.parse(said) as CaseAnswer;
}
