import { z } from 'zod';
import { queueSettings } from '#messaging';
import { pageServiceSettings, readSettings, uidDomain } from '#platform';

/** What new events take from the settings. */
export const newEventSettings = {
  UID_DOMAIN: uidDomain,
} as const;

/** What telling followers takes from the settings. */
export const noticeSettings = {
  /** How long edits of an event are gathered into one mail to its followers, in seconds. */
  NOTICE_WINDOW: z.coerce
    .number()
    .int('must be a whole number of seconds')
    .min(0, 'must not be negative')
    .max(86_400, 'must be a day (86400) at most')
    .default(300),
} as const;

const settings = {
  ...pageServiceSettings,
  ...queueSettings,
  ...newEventSettings,
  ...noticeSettings,
} as const;

/** @throws SettingProblem naming what is missing or wrong */
export const readCalendarSettings = (env: NodeJS.ProcessEnv) => readSettings(settings, env);

export type CalendarSettings = ReturnType<typeof readCalendarSettings>;
