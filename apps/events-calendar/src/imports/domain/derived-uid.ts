import { createHash } from 'node:crypto';

/** A UID for an event that its file gives none that could be kept. The same text has the same UID always. */
export function derivedUid(text: string): string {
  return `import-${createHash('sha256').update(text).digest('hex').slice(0, 32)}`;
}
