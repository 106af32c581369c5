import highsPackage, { type Highs } from 'highs';

// The package's types are those of its CommonJS build, whose default export is one level down; this is its ES module.
const load = highsPackage as unknown as (typeof highsPackage)['default'];

let loading: Promise<Highs> | undefined;

/** HiGHS, loaded once per process: its memory only grows, so what solves large problems should be a process of its own. */
export const loadSolver = (): Promise<Highs> => (loading ??= load());
