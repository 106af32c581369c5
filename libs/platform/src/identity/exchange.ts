import { z } from 'zod';

/** Where the shell asks `members` who somebody is. Internal: the shell hands nothing on to it. */
export const exchangePath = '/internal/identity';

/** Where the shell hears from `members` which sessions have ended. Internal as well. */
export const endedSessionsPath = '/internal/ended-sessions';

/** Where `members` publishes the keys that identity tokens are verified with. */
export const identityKeysPath = '/members/keys.json';

/** How often the stream of ended sessions says that it is still there, in milliseconds. */
export const heartbeatEvery = 15_000;

/** `POST /internal/identity`: what somebody showed the shell, just as it came. */
export const exchangeRequestSchema = z.union([
  /** The session cookie's value. */
  z.strictObject({ session: z.string().min(1).max(200) }),
  /** An API token. */
  z.strictObject({ apiToken: z.string().min(1).max(200) }),
]);

export type ExchangeRequest = z.infer<typeof exchangeRequestSchema>;

export const exchangeAnswerSchema = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('signed-in'),
    /**
     * Identity tokens by the app that each is made out to, the shell's own among them. For an API token only those of
     * the apps in its scope.
     */
    tokens: z.record(z.string(), z.string().min(1)),
    /** When the first of the tokens ends. */
    expiresAt: z.iso.datetime({ offset: true }),
    /** The session's or the API token's id, by which {@link endedLineSchema} speaks of it. Never the secret itself. */
    sessionId: z.string().min(1),
  }),
  /** There is no such session or API token, or no longer. */
  z.object({ state: z.literal('unknown') }),
]);

export type ExchangeAnswer = z.infer<typeof exchangeAnswerSchema>;

/**
 * `GET /internal/ended-sessions`: one JSON value a line (`application/x-ndjson`), sent once what it speaks of is
 * committed. The first line comes at once, so that the shell knows that it is heard.
 */
export const endedLineSchema = z.union([
  /** The session or API token has ended, or what its person may do has changed: ask again. */
  z.strictObject({ sessionId: z.string().min(1) }),
  /** So may any of them have. */
  z.strictObject({ all: z.literal(true) }),
  /** Nothing has happened; also the first line. */
  z.strictObject({ alive: z.literal(true) }),
]);

export type EndedLine = z.infer<typeof endedLineSchema>;
