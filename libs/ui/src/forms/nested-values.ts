import type { SubmittedValues } from './submitted-values.js';

/** Submitted values with dotted names taken apart: what a schema of nested objects reads. */
export type NestedValue = string | readonly string[] | NestedValues | readonly NestedValue[];
export interface NestedValues {
  readonly [name: string]: NestedValue;
}

/** Deeper than any form goes; a name of a million dots must not cost a stack. */
const DEEPEST = 8;

type Branch = Map<string, Branch | string | readonly string[]>;

/**
 * `{ 'place.name': 'Hall' }` as `{ place: { name: 'Hall' } }`; parts numbered from 0 without a gap become a list. A
 * name that is also the start of another (`place` beside `place.name`) is left out, and so is one of more than 8 parts.
 */
export function nestedValues(values: SubmittedValues): NestedValues {
  const root: Branch = new Map();
  // Longer names first, so that a branch is there before a value could take its place.
  const names = Object.keys(values).toSorted((a, b) => b.split('.').length - a.split('.').length);
  for (const name of names) {
    const value = values[name];
    const parts = name.split('.', DEEPEST + 1);
    if (parts.length > DEEPEST) continue;
    const last = parts.pop() ?? name;
    const branch = parts.reduce(descend, root);
    if (value !== undefined && !branch.has(last)) branch.set(last, value);
  }
  return objectOf(root);
}

function descend(branch: Branch, part: string): Branch {
  const there = branch.get(part);
  if (there instanceof Map) return there;
  const grown: Branch = new Map();
  branch.set(part, grown);
  return grown;
}

function objectOf(branch: Branch): NestedValues {
  // `fromEntries` defines properties: a control named `__proto__` is only a property of that name.
  return Object.fromEntries([...branch].map(([name, value]) => [name, valueOf(value)]));
}

function valueOf(value: Branch | string | readonly string[]): NestedValue {
  if (!(value instanceof Map)) return value;
  const object = objectOf(value);
  const isList = Object.keys(object).every((name, index) => name === String(index));
  return isList ? Object.values(object) : object;
}
