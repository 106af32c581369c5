import { loadavg } from 'node:os';
import type * as Rota from '../../apps/exhibition-stands/src/rota/index.ts';
import { problemOf, type ProblemSize } from './rota/problems.ts';
import { runCase } from './rota/run-case.ts';
import { rotaRow, rotaTable, type RotaRow } from './rota/table.ts';

// What the app itself runs: its build, as its sources import each other by the names of built files.
const built = new URL('../../dist/apps/exhibition-stands/src/rota/index.js', import.meta.url).href;
const rota = (await import(built)) as typeof Rota;
const { checkRota, fillFirstCome, movesBetween, repairProblem, usualRules, usualWeights } = rota;
const usual = { rules: usualRules, weights: usualWeights };

const small = { people: 30, stands: 1, days: 5, slotsPerDay: 8, places: 3 };
const large = { ...small, people: 300, stands: 10 };
/** Which of many problems of a size; `npm run bench:rota` takes the same each time. */
const seeds = [1, 2, 3, 4, 5];

interface Wanted {
  readonly seconds: number;
  readonly megabytes: number;
  readonly gap: number;
}

/** Starting, writing the model and checking come on top of the search. */
const around = 5;

/** Fills one problem both ways, and repairs the rota when somebody drops out on the second morning. */
async function measure(name: string, size: ProblemSize, wanted: Wanted): Promise<readonly RotaRow[]> {
  const problem = problemOf(size, usual);
  const firstCome = fillFirstCome(problem);
  const byHand = rotaRow(
    `${name}: first come, first served`,
    problem,
    firstCome,
    checkRota(problem, firstCome),
  );
  const filled = await runCase({ problem, seconds: wanted.seconds });
  const { answer } = filled;
  const score = checkRota(problem, answer.assignments);
  const isGood = score.violations.length === 0 && answer.gap <= wanted.gap;
  const isWithin = filled.wall <= wanted.seconds + around && filled.megabytes < wanted.megabytes;
  const solved = rotaRow(`${name}: solver`, problem, answer.assignments, score, {
    ...filled,
    isMet: isGood && isWithin,
  });
  const slotDay = new Map(problem.slots.map(({ id, day }) => [id, day]));
  const thatDay = answer.assignments.filter(({ slot }) => slotDay.get(slot) === '2026-09-21');
  const dropped = thatDay.filter(({ person }) => person === thatDay[0]?.person);
  const now = '2026-09-21T08:00:00+01:00';
  const broken = repairProblem(problem, { current: answer.assignments, now, dropped });
  const repaired = await runCase({ problem: broken, seconds: 30 });
  const { added } = movesBetween(broken.published ?? [], repaired.answer.assignments);
  const repair = rotaRow(
    `${name}: ${dropped.length} dropped out, repaired`,
    broken,
    repaired.answer.assignments,
    checkRota(broken, repaired.answer.assignments),
    {
      ...repaired,
      isMet: repaired.answer.status === 'proven' && repaired.wall < 2 && added.length <= 6,
      moves: added.length,
    },
  );
  return [byHand, solved, repair];
}

const load = () =>
  loadavg()
    .map((each) => each.toFixed(1))
    .join(', ');

console.log(`Load of the machine before: ${load()}`);
const rows: RotaRow[] = [];
for (const seed of seeds)
  rows.push(
    ...(await measure(`30 people, no. ${seed}`, { ...small, seed }, { seconds: 30, megabytes: 700, gap: 0 })),
  );
rows.push(
  ...(await measure(
    '300 people, 10 stands',
    { ...large, seed: 1 },
    { seconds: 120, megabytes: 700, gap: 0.05 },
  )),
);
console.log(rotaTable(rows));
console.log(`Load of the machine after: ${load()}`);
process.exitCode = rows.every(({ isMet }) => isMet !== false) ? 0 : 1;
