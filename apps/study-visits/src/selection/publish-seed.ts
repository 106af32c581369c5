import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { conflict, dateOf, type Actor } from '#platform';
import { applyWindow } from '../applications/domain/apply-window.js';
import { CLOCK, type Clock } from '../tokens.js';
import { ChangeSelection } from './change-selection.js';

/** Publishes the seed of the draw, before applications close. Nobody chooses it, and it stays as it is. */
@Injectable()
export class PublishSeed {
  constructor(
    private readonly change: ChangeSelection,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @returns the seed; the one that is there already where it was published before
   * @throws Problem 404; 409 `applications-not-set`, `applications-closed`, `selection-told`, `visit-ended`
   */
  run(actor: Actor, visitId: string): Promise<string> {
    const now = this.clock();
    return this.change.run(actor, visitId, null, async ({ visit, selection }) => {
      if (selection.seed !== null) return { result: selection.seed, action: null };
      const window = applyWindow(visit, now);
      if (window === 'not-set') {
        throw conflict(
          'applications-not-set',
          'Announce the visit first, and say when people can apply: the seed is shown on its page.',
        );
      }
      if (window === 'closed') {
        throw conflict(
          'applications-closed',
          'Applications are closed, and a seed counts only if it was published before. Open them again for a while to publish one.',
        );
      }
      const seed = randomBytes(16).toString('hex');
      return {
        result: seed,
        columns: { seed, seedPublishedAt: dateOf(now) },
        action: 'Seed of the draw published',
        changes: [{ field: 'Seed', before: '', after: seed }],
      };
    });
  }
}
