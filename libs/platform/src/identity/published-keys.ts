import { createLocalJWKSet, createRemoteJWKSet, errors, type JWTVerifyGetKey } from 'jose';

/** Thrown where a token may be good, but the keys that would tell cannot be had. */
export class KeysUnavailable extends Error {
  override readonly name = 'KeysUnavailable';
}

/** For how long keys are used without looking whether any was withdrawn, in milliseconds. */
const goodFor = 10 * 60_000;

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
 * The keys that `members` publishes. They are read again for a key that is not among them, and now and then to see
 * whether one was withdrawn; while `members` is down the last ones stay good, so that signed-in people keep working.
 *
 * @throws KeysUnavailable (when used) where no key that fits is known and `members` does not answer
 */
export function publishedKeys(url: string, cacheMaxAge = goodFor): JWTVerifyGetKey {
  const remote = createRemoteJWKSet(new URL(url), {
    cacheMaxAge,
    cooldownDuration: pause,
    timeoutDuration: limit,
  });
  return async (header, token) => {
    try {
      return await remote(header, token);
    } catch (error) {
      if (isAboutTheToken(error)) throw error;
      const last = remote.jwks();
      const unavailable = new KeysUnavailable('the published keys cannot be read', { cause: error });
      if (last === undefined) throw unavailable;
      return createLocalJWKSet(last)(header, token).catch(() => {
        throw unavailable;
      });
    }
  };
}
