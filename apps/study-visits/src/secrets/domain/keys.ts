import { accepted, refuse, type Checked } from '#checks';

/** A key that sensitive details are sealed with. */
export interface SensitiveKey {
  /** Stands beside what was sealed with it, so that it is found again. */
  readonly id: string;
  /** 32 bytes. */
  readonly bytes: Buffer;
}

/** All keys of an installation: the first seals, every one of them opens. */
export type SensitiveKeys = readonly [SensitiveKey, ...SensitiveKey[]];

const shape = /^([a-z0-9][a-z0-9-]{0,29}):([\w-]{43})$/;

/** What every refusal ends with. The setting's value is never shown. */
const asWanted =
  'must be keys such as 2027:<43 characters of base64url, for 32 bytes>, with commas between them';

/**
 * Reads the setting SENSITIVE_KEYS: `id:key`, with commas between several. A key is 32 bytes as base64url; ids are lower-case
 * letters, digits and hyphens, and each stands there once.
 */
export function readKeys(text: string): Checked<SensitiveKeys> {
  const keys: SensitiveKey[] = [];
  for (const part of text.split(',')) {
    const [, id, key] = shape.exec(part.trim()) ?? [];
    if (id === undefined || key === undefined) return refuse('', 'not-a-key', asWanted);
    const bytes = Buffer.from(key, 'base64url');
    // The last of 43 characters holds two bits too many: another spelling of the same key is a slip.
    if (bytes.toString('base64url') !== key) return refuse('', 'not-a-key', asWanted);
    if (keys.some((known) => known.id === id)) {
      return refuse('', 'key-twice', `has two keys with the id ${id}: give the new one another`);
    }
    keys.push({ id, bytes });
  }
  const [first, ...others] = keys;
  return first === undefined ? refuse('', 'not-a-key', asWanted) : accepted([first, ...others]);
}
