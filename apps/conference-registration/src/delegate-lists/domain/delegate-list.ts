import type { FieldProblem } from '#checks';
import type { DelegateDetails, DelegateInput } from '../../delegates/domain/delegate-details.js';

/** Whom a delegate can be the same as. */
export interface Named {
  readonly name: string;
  readonly email: string | null;
}

/** What a list may say of a delegate's needs, which the conference may or may not ask for. */
export interface ListedNeeds {
  readonly dietary: string | null;
  readonly access: string | null;
}

/** A delegate as a list has them. */
export interface ListedDelegate {
  /** Its row, where the first is 1; of people from a mail, which of them it is. */
  readonly line: number;
  /** As it was read, to be shown and put right. */
  readonly input: DelegateInput;
  /** `null` where there are problems. */
  readonly delegate: (DelegateDetails & { readonly needs: ListedNeeds }) | null;
  /** By the field of the delegate (`name`, `email` …, `dietary`, `access`); `''`: the row as a whole. */
  readonly problems: readonly FieldProblem[];
}

export type DelegateList =
  | {
      readonly ok: true;
      /** At least one. */
      readonly rows: readonly ListedDelegate[];
      /** Sentences worth reading: what columns were taken for, what was left out. */
      readonly notes: readonly string[];
    }
  | { readonly ok: false; readonly problems: readonly string[] };

export interface ListLimits {
  /** More delegates than this are refused. */
  readonly mostRows: number;
  /** Those whom the booking has already. */
  readonly already?: readonly Named[];
}
