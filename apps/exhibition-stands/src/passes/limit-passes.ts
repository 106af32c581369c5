import { Injectable } from '@nestjs/common';
import { checkRange, problemsOf, type FieldProblem } from '#checks';
import { Transactions, unprocessable } from '#platform';
import { LockExhibition } from '../exhibitions/lock-exhibition.js';
import { ReadPasses } from './read-passes.js';

/** No host gives more for a day. */
const most = 10_000;

/** Sets how many passes the host gives for each day. */
@Injectable()
export class LimitPasses {
  constructor(
    private readonly transactions: Transactions,
    private readonly lockExhibition: LockExhibition,
    private readonly passes: ReadPasses,
  ) {}

  /**
   * @param limits places by the day (ISO); `null`: without a limit. Days that are not named stay as they are
   * @throws Problem 404; 422 for a number below what is taken, and for days that are none of the exhibition's
   */
  run(exhibitionId: string, limits: Readonly<Record<string, number | null>>): Promise<void> {
    return this.transactions.run(async (manager) => {
      const exhibition = await this.lockExhibition.run(manager, exhibitionId);
      const { days } = await this.passes.of(exhibition, manager);
      const problems = Object.entries(limits).flatMap(([day, places]): readonly FieldProblem[] => {
        const known = days.find((each) => each.day === day);
        if (known === undefined) {
          return [{ field: day, code: 'unknown-day', message: 'This is none of the days of the stand.' }];
        }
        if (places === null) return [];
        const range = checkRange(places, day, { what: 'the number of passes', least: 0, most });
        if (!range.ok) return problemsOf(range);
        if (places >= known.taken) return [];
        return [
          {
            field: day,
            code: 'fewer-than-taken',
            message: `${known.taken} ${known.taken === 1 ? 'pass is' : 'passes are'} taken on this day already. Give back some first.`,
          },
        ];
      });
      if (problems.length > 0) throw unprocessable(problems);
      for (const [day, places] of Object.entries(limits)) {
        await (places === null
          ? manager.query('DELETE FROM pass_limits WHERE exhibition_id = $1 AND day = $2', [
              exhibitionId,
              day,
            ])
          : manager.query(
              `INSERT INTO pass_limits (exhibition_id, day, places) VALUES ($1, $2, $3)
               ON CONFLICT (exhibition_id, day) DO UPDATE SET places = excluded.places`,
              [exhibitionId, day, places],
            ));
      }
    });
  }
}
