/** The apps that send or receive messages, by the names of their folders; an app's queue has the same name. */
export const appNames = [
  'events-calendar',
  'conference-registration',
  'exhibition-stands',
  'study-visits',
  'members',
  'mailer',
  'shell',
] as const;

export type AppName = (typeof appNames)[number];

/** What people call the parts of the site. */
export const appTitles: Readonly<Record<AppName, string>> = {
  'events-calendar': 'Calendar',
  'conference-registration': 'Conference',
  'exhibition-stands': 'Stands',
  'study-visits': 'Visits',
  members: 'Members',
  mailer: 'Mail',
  shell: 'Site',
};
