import type { OnlyIf, QuestionKind, QuestionSubject, Sensitivity } from './kinds.js';

/** A question of a conference's. */
export interface Question {
  readonly id: string;
  readonly askedOf: QuestionSubject;
  readonly kind: QuestionKind;
  /** As it is asked: "What do you eat?" */
  readonly label: string;
  readonly hint: string | null;
  /** What may be chosen, for the kinds `choice` and `several`; otherwise empty. */
  readonly choices: readonly string[];
  readonly required: boolean;
  readonly sensitive: Sensitivity | null;
  readonly onlyIf: OnlyIf | null;
  /** Asked only with one of these tickets; empty: with any. */
  readonly ticketTypeIds: readonly string[];
  /** Whoever was approved is looked at again when they change this answer. */
  readonly asksApproval: boolean;
}
