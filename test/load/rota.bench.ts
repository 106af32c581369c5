import { loadavg } from 'node:os';
import type * as Rota from '../../apps/exhibition-stands/src/rota/index.ts';
import { problemOf } from './rota/problems.ts';
import { rotaRow, rotaTable, type RotaRow } from './rota/table.ts';

// What the app itself runs: its build, as its sources import each other by the names of built files.
const built = new URL('../../dist/apps/exhibition-stands/src/rota/index.js', import.meta.url).href;
const rota = (await import(built)) as typeof Rota;
const { checkRota, fillFirstCome, movesBetween, repairProblem, solveRota, usualRules, usualWeights } = rota;
const usual = { rules: usualRules, weights: usualWeights };

const small = { people: 30, stands: 1, days: 5, slotsPerDay: 8, places: 3, seed: 1 };
const large = { ...small, people: 300, stands: 10 };
/** Megabytes of the process, solver and all, at most until now. */
const megabytes = () => process.resourceUsage().maxRSS / 1024;

interface Wanted {
  readonly seconds: number;
  readonly megabytes: number;
  readonly gap: number;
}

/** Fills one problem both ways, and repairs the rota when somebody drops out on the second morning. */
async function measure(name: string, size: typeof small, wanted: Wanted): Promise<readonly RotaRow[]> {
  const problem = problemOf(size, usual);
  const firstCome = fillFirstCome(problem);
  const byHand = rotaRow(
    `${name}: first come, first served`,
    problem,
    firstCome,
    checkRota(problem, firstCome),
  );
  const answer = await solveRota(problem, { seconds: wanted.seconds });
  const used = megabytes();
  const isMet = answer.gap <= wanted.gap && answer.seconds <= wanted.seconds + 5 && used < wanted.megabytes;
  const filled = rotaRow(
    `${name}: solver`,
    problem,
    answer.assignments,
    checkRota(problem, answer.assignments),
    {
      answer,
      megabytes: used,
      isMet,
    },
  );
  const now = '2026-09-21T08:00:00+01:00';
  const slotDay = new Map(problem.slots.map(({ id, day }) => [id, day]));
  const thatDay = answer.assignments.filter(({ slot }) => slotDay.get(slot) === '2026-09-21');
  const dropped = thatDay.filter(({ person }) => person === thatDay[0]?.person);
  const broken = repairProblem(problem, { current: answer.assignments, now, dropped });
  const began = performance.now();
  const repaired = await solveRota(broken, { seconds: 30 });
  const seconds = (performance.now() - began) / 1000;
  const { added } = movesBetween(broken.published ?? [], repaired.assignments);
  const repair = rotaRow(
    `${name}: ${dropped.length} placements drop out, repaired`,
    broken,
    repaired.assignments,
    checkRota(broken, repaired.assignments),
    {
      answer: { ...repaired, seconds },
      megabytes: megabytes(),
      isMet: repaired.status === 'proven' && seconds < 2 && added.length <= 6,
      moves: added.length,
    },
  );
  return [byHand, filled, repair];
}

console.log(
  `Load of the machine before: ${loadavg()
    .map((each) => each.toFixed(1))
    .join(', ')}`,
);
const rows = [
  ...(await measure('30 people, 120 places', small, { seconds: 30, megabytes: 700, gap: 0 })),
  ...(await measure('300 people, 10 stands, 1,200 places', large, {
    seconds: 120,
    megabytes: 700,
    gap: 0.05,
  })),
];
console.log(rotaTable(rows));
console.log(
  `Load of the machine after: ${loadavg()
    .map((each) => each.toFixed(1))
    .join(', ')}`,
);
process.exitCode = rows.every(({ isMet }) => isMet !== false) ? 0 : 1;
