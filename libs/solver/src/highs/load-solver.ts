import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import highsPackage, { type Highs, type InitOptions } from 'highs';
import { SolverMemory } from './solver-memory.js';

/** What its loader takes besides what its types tell: Emscripten's own way to start a program otherwise. */
interface StartOptions extends InitOptions {
  instantiateWasm(imports: WebAssembly.Imports, started: (instance: WebAssembly.Instance) => void): undefined;
}

// The package's types are those of its CommonJS build, whose default export is one level down; this is its ES module.
const load = highsPackage as unknown as (typeof highsPackage)['default'];

/** HiGHS and the memory that it has. */
export interface LoadedSolver {
  readonly highs: Highs;
  readonly memory: SolverMemory;
}

let loading: Promise<LoadedSolver> | undefined;

/** HiGHS, loaded once per process, with as much memory as it likes. */
export const loadSolver = (): Promise<LoadedSolver> =>
  (loading ??= load().then((highs) => ({ highs, memory: new SolverMemory() })));

/**
 * HiGHS anew, with so much memory at most. It never gives memory back, and is of no more use once it has had too little:
 * for a process of its own.
 */
export async function loadLimitedSolver(megabytes: number): Promise<LoadedSolver> {
  const program = await readFile(createRequire(import.meta.url).resolve('highs/runtime'));
  const memory = new SolverMemory(megabytes);
  const highs = await new Promise<Highs>((resolve, reject) => {
    const options: StartOptions = {
      instantiateWasm: (imports, started) => {
        WebAssembly.instantiate(program, imports).then(({ instance }) => {
          memory.limitOf(instance);
          started(instance);
        }, reject);
        return undefined;
      },
    };
    load(options).then(resolve, reject);
  });
  return { highs, memory };
}
