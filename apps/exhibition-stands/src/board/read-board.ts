import { Injectable } from '@nestjs/common';
import { ReadFill } from '../rota/fill/read-fill.js';
import type { Fill } from '../rota/fill/fill.js';
import type { RotaViolation } from '../rota/index.js';
import { dayOfShift } from '../shifts/domain/day-of-shift.js';
import type { StandShift } from '../shifts/domain/shift.js';
import type { TeamMember } from '../team/team-of.js';
import { BuildRotaProblem, type RotaMaterial } from './build-rota-problem.js';
import { assess, type Assessment, type Gap } from './assess.js';
import type { Place } from './domain/draft.js';
import type { DraftStep } from './domain/step.js';
import type { DraftFillRow } from './draft.entities.js';
import { DraftsRepository } from './drafts.repository.js';
import { shiftWords } from './shift-words.js';
import { TakeFill } from './take-fill.js';

/** A shift as the board shows it. */
export interface BoardShift extends StandShift {
  /** The day of the stand that it belongs to. */
  readonly day: string;
  /** What it is called: the day, the times and its label. */
  readonly words: string;
  /** It has begun, so its places are as people were told. */
  readonly isSettled: boolean;
  readonly places: readonly Place[];
  /** Places that nobody has; 0 for what is past. */
  readonly gaps: number;
}

/** Everything that the board shows. */
export interface Board extends RotaMaterial {
  /** In the order of time. */
  readonly rows: readonly BoardShift[];
  readonly memberOf: ReadonlyMap<string, TeamMember>;
  readonly violations: readonly RotaViolation[];
  /** The same by shift: those that one of its places has part in. */
  readonly brokenIn: ReadonlyMap<string, readonly RotaViolation[]>;
  readonly gaps: readonly Gap[];
  /** What it costs by the weights of the exhibition. */
  readonly objective: number;
  /** What the next "undo" takes back. */
  readonly lastStep: DraftStep | null;
  readonly lastFill: Fill | null;
  /** What became of that; `null` where it was asked for elsewhere. */
  readonly lastOutcome: DraftFillRow | null;
}

/** The draft, with what has begun as people were told of it. */
export const draftPlaces = ({ rows }: Pick<Board, 'rows'>): readonly Place[] =>
  rows.flatMap(({ places }) => places);

/** Reads what the pages of a rota show, from the tables as they are now. */
@Injectable()
export class ReadBoard {
  constructor(
    private readonly problems: BuildRotaProblem,
    private readonly drafts: DraftsRepository,
    private readonly fills: ReadFill,
    private readonly takeFill: TakeFill,
  ) {}

  /** @throws Problem 404 */
  async of(exhibitionId: string): Promise<Board> {
    const material = await this.problems.material(exhibitionId);
    const [lastStep, lastFill] = await Promise.all([
      this.drafts.lastUndoable(exhibitionId),
      this.fills.last(exhibitionId),
    ]);
    const lastOutcome = lastFill && (await this.takeFill.outcome(lastFill.id));
    const assessment = assess(material.problem, material.draft);
    const { score, gaps } = assessment;
    return {
      ...material,
      rows: rowsOf(material, assessment),
      memberOf: new Map(material.members.map((member) => [member.id, member])),
      violations: score.violations,
      brokenIn: byShift(score.violations),
      objective: score.objective,
      gaps,
      lastStep,
      lastFill,
      lastOutcome,
    };
  }
}

function byShift(violations: readonly RotaViolation[]): Board['brokenIn'] {
  const pairs = violations.flatMap((violation) => violation.slots.map((shift) => ({ shift, violation })));
  return new Map(
    [...Map.groupBy(pairs, ({ shift }) => shift)].map(([shift, of]) => [
      shift,
      of.map(({ violation }) => violation),
    ]),
  );
}

function rowsOf(
  { exhibition, shifts, draft, told }: RotaMaterial,
  { gaps, settled }: Assessment,
): BoardShift[] {
  const gapsOf = new Map(gaps.map(({ shift, places }) => [shift, places]));
  const drafted = Map.groupBy(draft.places, ({ shift }) => shift);
  const toldIn = Map.groupBy(told.places ?? [], ({ shift }) => shift);
  return shifts.map((shift) => {
    const isPast = settled.has(shift.id);
    const places = isPast
      ? (toldIn.get(shift.id) ?? []).map((each) => ({ ...each, isPinned: false, source: 'hand' as const }))
      : (drafted.get(shift.id) ?? []);
    const day = dayOfShift(shift.start, exhibition.days, exhibition.zone);
    return {
      ...shift,
      day,
      words: shiftWords(shift, day, exhibition.zone),
      isSettled: isPast,
      places,
      gaps: gapsOf.get(shift.id) ?? 0,
    };
  });
}
