import { createRemoteJWKSet, errors, type JWTVerifyGetKey } from 'jose';

/** Thrown where a token may be good, but the keys that would tell cannot be had. */
export class KeysUnavailable extends Error {
  override readonly name = 'KeysUnavailable';
}

/** Times are milliseconds. */
export interface KeysOptions {
  /** How often to look whether keys were added or withdrawn (10 minutes). */
  readonly readEvery?: number;
  /** How soon to try again when they could not be read (2,000). */
  readonly retryAfter?: number;
}

/** How soon after a look another one is worth while for a key that was not there, in milliseconds. */
const pause = 2000;

/** How long a look may take, in milliseconds. */
const limit = 2000;

/** The keys could be had, and none of them fits. */
function isAboutTheToken(error: unknown): boolean {
  return (
    error instanceof errors.JWKSNoMatchingKey ||
    error instanceof errors.JWKSMultipleMatchingKeys ||
    error instanceof errors.JOSENotSupported
  );
}

/**
 * The keys that `members` publishes. They are read at once, so that they are there when `members` goes before the first
 * token comes; then now and then, to see whether one was withdrawn, and for a key that is not among them. While `members`
 * is down the last ones stay good, so that signed-in people keep working.
 *
 * @throws KeysUnavailable (when used) where no key that fits is known and `members` does not answer
 */
export function publishedKeys(url: string, options: KeysOptions = {}): JWTVerifyGetKey {
  const { readEvery = 10 * 60_000, retryAfter = 2000 } = options;
  const remote = createRemoteJWKSet(new URL(url), {
    cacheMaxAge: Infinity,
    cooldownDuration: pause,
    timeoutDuration: limit,
  });
  const read = async () => {
    let next = readEvery;
    try {
      await remote.reload();
    } catch {
      // Whoever needs a key that is not there will say so.
      next = retryAfter;
    }
    setTimeout(() => void read(), next).unref();
  };
  void read();
  return async (header, token) => {
    try {
      return await remote(header, token);
    } catch (error) {
      if (isAboutTheToken(error)) throw error;
      throw new KeysUnavailable('the published keys cannot be read', { cause: error });
    }
  };
}
