import { z } from 'zod';
import { contractOf } from '#contracts';
import { queueSettings } from '#messaging';
import { addressVariable, httpUrl, pageServiceSettings, readSettings, secret } from '#platform';

const tokenLife = 'must be a whole number of seconds from 2 to 3600';

/** What identities are made with. */
export const identitySettings = {
  /** What signing keys are encrypted with, and codes made from. */
  IDENTITY_SECRET: secret,
  /** How long an identity token is good for: so long people who are signed in can go on while members is down. */
  IDENTITY_TOKEN_SECONDS: z.coerce
    .number({ error: tokenLife })
    .int(tokenLife)
    .min(2, tokenLife)
    .max(3600, tokenLife)
    .default(300),
} as const;

const settings = {
  ...pageServiceSettings,
  ...queueSettings,
  ...identitySettings,
  /** What the shell shows when it asks who somebody is. */
  INTERNAL_KEY: secret,
} as const;

/** Where the services that keep data of people are reached inside; members asks them what they hold on one. */
const services = Object.fromEntries(
  contractOf('members.person-erased.v1').consumers.map((app) => [addressVariable(app), httpUrl] as const),
);

/** @throws SettingProblem naming what is missing or wrong */
export const readMembersSettings = (env: NodeJS.ProcessEnv) => ({
  ...readSettings(settings, env),
  services: readSettings(services, env),
});

export type MembersSettings = ReturnType<typeof readMembersSettings>;
