import {
  accepted,
  checkOptionalText,
  checkRange,
  checkText,
  problemsOf,
  refused,
  type Checked,
  type FieldProblem,
} from '#checks';

/** More groups than this are not lettered. */
export const mostGroups = 6;

/** How a party divides, as a form or a program gives it. */
export interface SplitInput {
  readonly name: string;
  /** What each group is called, A first; blank where the letter says enough. */
  readonly groups: readonly string[];
}

export interface SplitDetails {
  readonly name: string;
  readonly groups: readonly { readonly letter: string; readonly name: string }[];
}

/** @returns problems at `name`, `groups` and `groups.0` … */
export function checkSplit(input: SplitInput): Checked<SplitDetails> {
  const name = checkText(input.name, 'name', {
    longest: 120,
    missing: { code: 'missing', message: 'Enter what this split is called, such as Tuesday morning.' },
  });
  const count = checkRange(input.groups.length, 'groups', {
    what: 'the number of groups',
    least: 2,
    most: mostGroups,
  });
  const groups = input.groups.map((text, index) =>
    checkOptionalText(text, `groups.${index}`, { longest: 120 }),
  );
  if (!name.ok || !count.ok || groups.some((group) => !group.ok)) {
    return refused<FieldProblem>(...problemsOf(name), ...problemsOf(count), ...problemsOf(...groups));
  }
  return accepted({
    name: name.value,
    groups: groups.map((group, index) => ({
      letter: letterAt(index),
      name: (group.ok && group.value) || '',
    })),
  });
}

/** "A" for 0 */
export const letterAt = (index: number): string => String.fromCharCode('A'.charCodeAt(0) + index);
