/** One service of the system. */
export interface App {
  /** The folder below `apps/`. */
  readonly name: string;
  /** The path under which the shell passes requests on to it; the shell itself has all of them. */
  readonly prefix: string;
  /** The schema and the role that own its data; `null`: it keeps none. */
  readonly schema: string | null;
}

/** The single origin, which everything else is reached through. */
export const shell: App = { name: 'shell', prefix: '/', schema: null };

/** Every service that is started, the shell last. */
export const apps: readonly App[] = [
  { name: 'events-calendar', prefix: '/calendar', schema: 'events_calendar' },
  { name: 'conference-registration', prefix: '/conference', schema: 'conference_registration' },
  { name: 'exhibition-stands', prefix: '/stands', schema: 'exhibition_stands' },
  { name: 'study-visits', prefix: '/visits', schema: 'study_visits' },
  { name: 'members', prefix: '/members', schema: 'members' },
  { name: 'mailer', prefix: '/mail', schema: 'mailer' },
  shell,
];

/** The app's name as part of the name of an environment variable: `EVENTS_CALENDAR`. */
export function variablePrefix(app: Pick<App, 'name'>): string {
  return app.name.replaceAll('-', '_').toUpperCase();
}
