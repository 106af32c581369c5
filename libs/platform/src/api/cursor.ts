import { Problem } from '../errors/problem.js';

/**
 * An opaque place in a list: the sort keys of the last row that was sent, so that rows added or removed meanwhile
 * neither repeat nor hide others.
 */
export function encodeCursor(keys: readonly string[]): string {
  return Buffer.from(JSON.stringify(keys), 'utf8').toString('base64url');
}

/** @throws Problem 400 `bad-cursor` for anything that {@link encodeCursor} did not make */
export function decodeCursor(cursor: string, length: number): string[] {
  try {
    const keys: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(keys) && keys.length === length && keys.every((key) => typeof key === 'string')) {
      return keys;
    }
  } catch {
    // Falls through to the one answer for every cursor that is not ours.
  }
  throw new Problem({
    status: 400,
    code: 'bad-cursor',
    title: 'We could not read that',
    detail: 'The cursor was not made by this list. Start again without one.',
  });
}
