import { Injectable } from '@nestjs/common';
import { conflict, unprocessable, type Actor } from '#platform';
import type { Fill } from '../rota/fill/fill.js';
import { FillRota } from '../rota/fill/fill-rota.js';
import { mustBeOpen } from '../shifts/change-shifts.js';
import { BuildRotaProblem } from './build-rota-problem.js';
import type { ProblemOptions } from './domain/problem-of.js';
import { DraftFillRow } from './draft.entities.js';

/** How long may be searched, in seconds. */
export const fillSeconds = { least: 1, usual: 30, most: 300 } as const;

/** How a fill is asked for. */
export interface FillWish extends ProblemOptions {
  readonly seconds: number;
}

/** Has the rota of an exhibition filled, by what its tables say now. */
@Injectable()
export class AskForFill {
  constructor(
    private readonly problems: BuildRotaProblem,
    private readonly fillRota: FillRota,
  ) {}

  /**
   * @throws Problem 404; 409 `already-filling`, `exhibition-ended`, `no-shifts`, `no-team`; 422
   */
  async run(actor: Actor, exhibitionId: string, { seconds, basis, passes }: FillWish): Promise<Fill> {
    const { least, most } = fillSeconds;
    if (!Number.isInteger(seconds) || seconds < least || seconds > most)
      throw unprocessable([
        { field: 'seconds', code: 'out-of-range', message: `Search for ${least} to ${most} seconds.` },
      ]);
    const material = await this.problems.material(exhibitionId, { basis, passes });
    mustBeOpen(material.exhibition);
    if (material.shifts.length === 0)
      throw conflict('no-shifts', 'There are no shifts to be filled yet. Make the shifts first.');
    if (material.members.length === 0)
      throw conflict('no-team', 'Nobody is on the team yet. Invite people first, and ask when they can.');
    return this.fillRota.ask(actor, exhibitionId, material.problem, seconds, async (manager, fillId) => {
      await manager.insert(DraftFillRow, {
        fillId,
        exhibitionId,
        draftVersion: material.draft.version,
        basis,
        passes,
        outcome: 'waiting',
        changedMeanwhile: [],
      });
    });
  }
}
