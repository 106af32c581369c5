import type { RotaRule } from '../domain/answer.js';

/** What a row of the model stands for, to say it in words when it cannot be kept. */
export interface ModelMeaning {
  readonly rule: RotaRule | 'fairness';
  readonly person: string | null;
  readonly slots: readonly string[];
  readonly day: string | null;
}
