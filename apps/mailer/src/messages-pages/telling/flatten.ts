import type { Masked } from '#messaging';

/** One value of a message and where it stands in it. */
export interface HeldValue {
  /** `payload.to.name`, `recipients 1`; empty for the message itself. */
  readonly path: string;
  readonly value: string;
}

/** All that a message holds, value by value, in the order in which it stands there. */
export function flatten(message: Masked, path = ''): HeldValue[] {
  if (message === null) return [{ path, value: 'Nothing' }];
  if (typeof message === 'boolean') return [{ path, value: message ? 'Yes' : 'No' }];
  if (typeof message !== 'object') return [{ path, value: String(message) }];
  const parts: readonly (readonly [string, Masked])[] = Array.isArray(message)
    ? message.map((item, index) => [`${path} ${index + 1}`.trim(), item] as const)
    : Object.entries(message).map(([name, held]) => [path === '' ? name : `${path}.${name}`, held] as const);
  if (parts.length === 0) return [{ path, value: 'Nothing' }];
  return parts.flatMap(([place, held]) => flatten(held, place));
}
