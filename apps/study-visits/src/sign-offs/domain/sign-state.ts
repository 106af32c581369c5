import { createHash } from 'node:crypto';
import { changesBetween, type FieldChange, type Words } from '#checks';

/** What is signed for a visit: its risk assessment, and that the rules of package travel were considered. */
export type SignedKind = 'risks' | 'package-travel';

/** Whether somebody signed something, and whether it is still what they signed. */
export type SignState = 'unsigned' | 'signed' | 'changed';

/** What became of something since it was signed. */
export interface Signed {
  readonly state: SignState;
  /** Empty unless it changed. */
  readonly changes: readonly FieldChange[];
}

/**
 * Compares what was signed with what there is, in words: what was changed and changed back is signed still.
 *
 * @param signed `null`: nobody signed
 */
export function compareSigned(signed: Words | null, now: Words): Signed {
  if (signed === null) return { state: 'unsigned', changes: [] };
  const changes = changesBetween(signed, now);
  return { state: changes.length === 0 ? 'signed' : 'changed', changes };
}

/** What tells these words from any others, so that somebody signs what they have read: the same in whatever order they come. */
export const digestOf = (words: Words): string =>
  createHash('sha256')
    .update(JSON.stringify(Object.entries(words).toSorted(([one], [other]) => (one < other ? -1 : 1))))
    .digest('base64url');
