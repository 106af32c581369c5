import type { RotaAnswer, RotaScore } from '../../../apps/exhibition-stands/src/rota/domain/answer.ts';
import type { RotaPlacement, RotaProblem } from '../../../apps/exhibition-stands/src/rota/domain/problem.ts';

/** What a run of the solver took, and whether that is what is wanted. */
export interface Run {
  readonly answer: Pick<RotaAnswer, 'status' | 'gap'>;
  /** Seconds by the clock. */
  readonly wall: number;
  /** Seconds of the processor. */
  readonly processor: number;
  readonly megabytes: number;
  readonly isMet: boolean;
  /** Placements that a repair adds. */
  readonly moves?: number;
}

/** One rota in the table. */
export interface RotaRow {
  readonly cells: readonly string[];
  /** Undefined where nothing is wanted of it. */
  readonly isMet: boolean | undefined;
}

const heads = [
  'rota',
  'short',
  'hours',
  'broken',
  'cost',
  'proof',
  'seconds',
  'processor',
  'MB',
  'moves',
  'wanted',
];

/** Fewest and most hours among those who have any or could. */
function hoursOf({ people, slots }: RotaProblem, assignments: readonly RotaPlacement[]): string {
  const hours = new Map(people.filter(({ available }) => available.length > 0).map(({ id }) => [id, 0]));
  const length = new Map(
    slots.map(({ id, from, until }) => [id, (Date.parse(until) - Date.parse(from)) / 3_600_000]),
  );
  for (const { person, slot } of assignments)
    hours.set(person, (hours.get(person) ?? 0) + (length.get(slot) ?? 0));
  return `${Math.min(...hours.values())}–${Math.max(...hours.values())}`;
}

/** What a rota comes to by the checker. */
export function rotaRow(
  name: string,
  problem: RotaProblem,
  assignments: readonly RotaPlacement[],
  { parts, objective, violations }: RotaScore,
  run?: Run,
): RotaRow {
  const proof =
    run && (run.answer.status === 'proven' ? 'proven' : `within ${(100 * run.answer.gap).toFixed(2)} %`);
  return {
    cells: [
      name,
      String(parts.short / problem.weights.short),
      hoursOf(problem, assignments),
      String(violations.length),
      objective.toFixed(0),
      proof ?? '',
      run?.wall.toFixed(2) ?? '',
      run?.processor.toFixed(2) ?? '',
      run?.megabytes.toFixed(0) ?? '',
      run?.moves === undefined ? '' : String(run.moves),
      run === undefined ? '' : run.isMet ? 'met' : 'not met',
    ],
    isMet: run?.isMet,
  };
}

/** All rotas, one below the other. */
export function rotaTable(rows: readonly RotaRow[]): string {
  const lines = [heads, ...rows.map(({ cells }) => cells)];
  const widths = heads.map((_, column) => Math.max(...lines.map((cells) => cells[column]?.length ?? 0)));
  return lines
    .map((cells) =>
      cells
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
