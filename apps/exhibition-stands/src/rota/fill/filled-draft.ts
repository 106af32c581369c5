import type { EntityManager } from 'typeorm';
import type { RotaAnswer } from '../index.js';
import type { ClaimedFill } from './fill.js';

/** What a rota was found for. */
export type FilledRota = Pick<ClaimedFill, 'id' | 'exhibitionId' | 'askedBy' | 'problem'>;

/** Takes the rota that a fill has found; whoever keeps the draft provides it. */
export abstract class FilledDraft {
  /** Within the transaction in which the fill comes to its end; it holds the exhibition's lock. */
  abstract write(manager: EntityManager, fill: FilledRota, answer: RotaAnswer): Promise<void>;
}
