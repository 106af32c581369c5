import { z } from 'zod';

/** Thrown when a setting is missing or wrong; the message names the variable and fits on one line. */
export class SettingProblem extends Error {
  override readonly name = 'SettingProblem';
}

/** An http(s) address without a trailing slash. */
export const httpUrl = z
  .url({ protocol: /^https?$/, error: 'must be an address such as http://localhost:3000' })
  .transform((value) => value.replace(/\/+$/, ''));

/** A TCP port; 0 asks the machine for a free one. */
export const port = z.coerce
  .number({ error: 'must be a number from 0 to 65535' })
  .int('must be a number from 0 to 65535')
  .min(0, 'must be a number from 0 to 65535')
  .max(65535, 'must be a number from 0 to 65535');

export const postgresUrl = z.url({
  protocol: /^postgres(ql)?$/,
  error: 'must be an address such as postgresql://user:password@host:5432/database',
});

/** The domain in the UIDs of what people put into their calendars. It must not change once they do. */
export const uidDomain = z
  .string()
  .regex(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/, 'must be a domain name in lower case')
  .default('events.councils.coop');

/** A secret that services share; never shown in a message. */
export const secret = z.string().min(32, 'must have at least 32 characters');

/**
 * Reads settings from the environment. An empty variable counts as absent, as `docker compose` passes `NAME=`.
 *
 * @throws SettingProblem with one line that names every setting that is wrong and why
 */
export function readSettings<Shape extends z.ZodRawShape>(
  shape: Shape,
  env: Readonly<Record<string, string | undefined>>,
): z.output<z.ZodObject<Shape>> {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const result = z.object(shape).safeParse(present);
  if (result.success) return result.data;
  const reasons = result.error.issues.map((issue) => {
    const name = issue.path.join('.');
    return present[name] === undefined ? `${name} is not set` : `${name} ${issue.message}`;
  });
  throw new SettingProblem(reasons.join('; '));
}

/** The settings every service has. */
export const serviceSettings = {
  LISTEN_HOST: z.string().default('127.0.0.1'),
  LISTEN_PORT: port,
  PUBLIC_URL: httpUrl,
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
} as const;

/** The settings of a service that keeps data and shows pages in the shell's chrome. */
export const pageServiceSettings = {
  ...serviceSettings,
  DATABASE_URL: postgresUrl,
  SHELL_URL: httpUrl,
  IDENTITY_KEYS_URL: httpUrl.optional(),
  /** What other services show where they ask this one directly. */
  INTERNAL_KEY: secret.optional(),
} as const;
