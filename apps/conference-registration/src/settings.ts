import { queueSettings } from '#messaging';
import { pageServiceSettings, readSettings, uidDomain } from '#platform';
import { sellerSettings } from './money/seller.js';

const settings = {
  ...pageServiceSettings,
  ...queueSettings,
  UID_DOMAIN: uidDomain,
  ...sellerSettings,
} as const;

/** @throws SettingProblem naming what is missing or wrong */
export const readConferenceSettings = (env: NodeJS.ProcessEnv) => readSettings(settings, env);

export type ConferenceSettings = ReturnType<typeof readConferenceSettings>;
