import { pageServiceSettings, readSettings } from '#platform';

/** @throws SettingProblem naming what is missing or wrong */
export const readMembersSettings = (env: NodeJS.ProcessEnv) => readSettings(pageServiceSettings, env);

export type MembersSettings = ReturnType<typeof readMembersSettings>;
