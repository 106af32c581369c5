import { queueSettings } from '#messaging';
import { pageServiceSettings, readSettings, secret, uidDomain } from '#platform';
import { sensitiveKeys } from './secrets/setting.js';

const settings = {
  ...pageServiceSettings,
  ...queueSettings,
  UID_DOMAIN: uidDomain,
  /** What the secrets in links are made from; with another, those in mails already sent lead nowhere. */
  LINK_SECRET: secret,
  /** What passports’ numbers, health and the like are sealed with: the first key seals, every one of them opens. */
  SENSITIVE_KEYS: sensitiveKeys,
} as const;

/** @throws SettingProblem naming what is missing or wrong */
export const readVisitSettings = (env: NodeJS.ProcessEnv) => readSettings(settings, env);

export type VisitSettings = ReturnType<typeof readVisitSettings>;
