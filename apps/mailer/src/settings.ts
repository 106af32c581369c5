import { z } from 'zod';
import { queueSettings } from '#messaging';
import { addressVariable, httpUrl, pageServiceSettings, readSettings, secret } from '#platform';
import { appsWithMessages } from './services/apps-with-messages.js';
import { readMailboxName } from './sending/domain/mailbox-name.js';
import { readSmtpAddress } from './sending/domain/smtp-address.js';

function read<Result>(parse: (text: string) => Result | null, error: string) {
  return (text: string, context: z.RefinementCtx<string>): Result => {
    const result = parse(text);
    if (result !== null) return result;
    context.addIssue(error);
    return z.NEVER;
  };
}

function wholeNumber(least: number, most: number) {
  const error = `must be a whole number from ${least} to ${most}`;
  return z.coerce.number({ error }).int(error).min(least, error).max(most, error);
}

/** How mail leaves. */
export const sendingSettings = {
  /** The value may hold a password, so it is not shown. */
  SMTP_URL: z
    .string()
    .transform(read(readSmtpAddress, 'must be an address such as smtps://user:password@mail.example.org')),
  /** From whom it is; without it, from nobody in particular at the site's own host. */
  MAIL_FROM: z
    .string()
    .transform(read(readMailboxName, 'must be an address such as "Network events <events@example.org>"'))
    .optional(),
  /** Mails a second at most, all connections together. */
  SMTP_RATE: wholeNumber(1, 1000).default(20),
  /** Connections to the mail server at most. */
  SMTP_CONNECTIONS: wholeNumber(1, 50).default(5),
  /** How long the mail server may be silent, in seconds. */
  SMTP_TIMEOUT: wholeNumber(1, 600).default(30),
} as const;

const settings = {
  ...pageServiceSettings,
  ...queueSettings,
  ...sendingSettings,
  /** What the links are signed with that end a kind of mail; with another, those in mails already sent lead nowhere. */
  MAIL_SECRET: secret,
  /** What the mailer shows the services that it asks how their messages fare, and they show it. */
  INTERNAL_KEY: secret,
} as const;

/** Where the services are reached inside, by the name of the variable; staff see here how their messages fare. */
const services = Object.fromEntries(appsWithMessages.map((app) => [addressVariable(app), httpUrl] as const));

/** @throws SettingProblem naming what is missing or wrong */
export const readMailerSettings = (env: NodeJS.ProcessEnv) => ({
  ...readSettings(settings, env),
  services: readSettings(services, env),
});

export type MailerSettings = ReturnType<typeof readMailerSettings>;
