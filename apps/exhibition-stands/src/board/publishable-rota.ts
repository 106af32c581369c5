import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { ruleNames, type RotaProblem, type RotaRule } from '../rota/index.js';
import { dayOfShift } from '../shifts/domain/day-of-shift.js';
import type { StandShift } from '../shifts/domain/shift.js';
import { BuildRotaProblem } from './build-rota-problem.js';
import { assess, type Gap } from './assess.js';
import type { Place } from './domain/draft.js';

/** A rule that the draft breaks, in words. */
export interface NamedViolation {
  readonly rule: RotaRule;
  /** "Two shifts at once" */
  readonly name: string;
  readonly member: string | null;
  readonly shifts: readonly string[];
  readonly day: string | null;
}

/** A draft as it would be published. */
export interface Publishable {
  /** Of the draft that was read: what was looked at is what is published. */
  readonly version: number;
  readonly shifts: readonly (StandShift & { readonly day: string })[];
  readonly places: readonly Place[];
  readonly violations: readonly NamedViolation[];
  readonly gaps: readonly Gap[];
  readonly problem: RotaProblem;
}

/** Says what a publishing has to know of a draft: who is where, which rules that breaks, where there are gaps. */
@Injectable()
export class PublishableRota {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly problems: BuildRotaProblem,
  ) {}

  /** @throws Problem 404 */
  async of(exhibitionId: string, manager: EntityManager = this.dataSource.manager): Promise<Publishable> {
    const { exhibition, shifts, draft, problem } = await this.problems.material(
      exhibitionId,
      undefined,
      manager,
    );
    const { score, gaps } = assess(problem, draft);
    return {
      version: draft.version,
      shifts: shifts.map((shift) => ({
        ...shift,
        day: dayOfShift(shift.start, exhibition.days, exhibition.zone),
      })),
      places: draft.places,
      violations: score.violations.map(({ rule, person, slots, day }) => ({
        rule,
        name: ruleNames[rule],
        member: person,
        shifts: slots,
        day,
      })),
      gaps,
      problem,
    };
  }
}
