import { queueSettings } from '#messaging';
import { pageServiceSettings, readSettings, secret, uidDomain } from '#platform';
import { sellerSettings } from './money/seller.js';

const settings = {
  ...pageServiceSettings,
  ...queueSettings,
  UID_DOMAIN: uidDomain,
  /** What the secrets in links are made from; with another, those in mails already sent lead nowhere. */
  LINK_SECRET: secret,
  ...sellerSettings,
} as const;

/** @throws SettingProblem naming what is missing or wrong */
export const readConferenceSettings = (env: NodeJS.ProcessEnv) => readSettings(settings, env);

export type ConferenceSettings = ReturnType<typeof readConferenceSettings>;
