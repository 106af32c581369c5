import { isAbsolute, join, normalize } from 'node:path';
import { z } from 'zod';
import { root } from './paths.ts';
import { StartError } from './start-error.ts';

/** What `npm start` can be told by the environment. */
export interface Settings {
  readonly port: number;
  /** The address that the shell listens on: this machine only, unless HOST says otherwise. */
  readonly host: string;
  /** Where all data is kept, as an absolute path. */
  readonly dataDir: string;
  /** A database of one's own instead of the embedded one. */
  readonly databaseUrl: string | null;
  /** The address that people use, without a trailing slash. */
  readonly publicUrl: string;
  /** Whether to load demonstration data into an empty database. */
  readonly demo: boolean;
  /** Where queues are kept instead of in the database; the services read it closely. */
  readonly redisUrl: string | null;
  /** A mail server of one's own instead of the local mailbox. */
  readonly smtpUrl: string | null;
  /** Where the local mailbox shows what was sent; `null`: at the usual port or, when that is taken, the next. */
  readonly mailboxPort: number | null;
}

function parses(text: string, protocols: readonly string[]): boolean {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url !== null && protocols.includes(url.protocol) && url.hostname !== '';
}

const port = z
  .string()
  .refine((text) => /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535, {
    error: ({ input }) => `must be a whole number from 1 to 65535, and is "${String(input)}"`,
  })
  .transform(Number);

const schema = z.object({
  PORT: port.default(3000),
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: z
    .string()
    .default('.data')
    .refine((text) => !text.includes('\0'), { error: 'must be the path of a folder' })
    .transform((text) => normalize(isAbsolute(text) ? text : join(root, text))),
  DATABASE_URL: z
    .string()
    .refine((text) => parses(text, ['postgres:', 'postgresql:']) && new URL(text).pathname.length > 1, {
      // The value holds a password, so it is not shown.
      error: 'must be an address such as postgresql://user:password@host:5432/database',
    })
    .optional(),
  PUBLIC_URL: z
    .string()
    .refine((text) => parses(text, ['http:', 'https:']), {
      error: ({ input }) =>
        `must be an address such as https://events.example.org, and is "${String(input)}"`,
    })
    .refine((text) => !URL.canParse(text) || /^\/*$/.test(new URL(text).pathname), {
      error: ({ input }) => `must be an address without a path, and is "${String(input)}"`,
    })
    .transform((text) => new URL(text).origin)
    .optional(),
  DEMO: z
    .string()
    .default('1')
    .refine((text) => text === '0' || text === '1', {
      error: ({ input }) => `must be 1 (load demonstration data) or 0 (load none), and is "${String(input)}"`,
    }),
  SMTP_URL: z
    .string()
    .refine((text) => parses(text, ['smtp:', 'smtps:']), {
      // The value may hold a password, so it is not shown.
      error: 'must be an address such as smtps://user:password@mail.example.org',
    })
    .optional(),
  MAILBOX_PORT: port.optional(),
  REDIS_URL: z
    .string()
    .refine((text) => /^rediss?(\+sentinel|\+cluster)?:\/\/[^/]+(\/[\w.-]*)?$/.test(text), {
      // The value may hold a password, so it is not shown.
      error: 'must be an address such as redis://host:6379',
    })
    .optional(),
});

/**
 * Reads the settings. An empty variable counts as absent, as `docker compose` passes `NAME=`.
 *
 * @throws StartError with one line that names the first setting that is wrong
 */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const result = schema.safeParse(present);
  if (!result.success) {
    const issue = result.error.issues[0];
    throw new StartError(`${issue?.path.join('.') ?? 'A setting'} ${issue?.message ?? 'is wrong'}.`);
  }
  const { PORT, HOST, DATA_DIR, DATABASE_URL, PUBLIC_URL, DEMO, SMTP_URL, MAILBOX_PORT, REDIS_URL } =
    result.data;
  return {
    port: PORT,
    host: HOST,
    dataDir: DATA_DIR,
    databaseUrl: DATABASE_URL ?? null,
    publicUrl: PUBLIC_URL ?? `http://localhost:${PORT}`,
    demo: DEMO === '1',
    redisUrl: REDIS_URL ?? null,
    smtpUrl: SMTP_URL ?? null,
    mailboxPort: MAILBOX_PORT ?? null,
  };
}
