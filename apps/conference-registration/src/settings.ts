import { queueSettings } from '#messaging';
import { pageServiceSettings, readSettings } from '#platform';

const settings = {
  ...pageServiceSettings,
  ...queueSettings,
} as const;

/** @throws SettingProblem naming what is missing or wrong */
export const readConferenceSettings = (env: NodeJS.ProcessEnv) => readSettings(settings, env);

export type ConferenceSettings = ReturnType<typeof readConferenceSettings>;
