/** The apps that send or receive messages, by the names of their folders; an app's queue has the same name. */
export const appNames = ['events-calendar', 'members', 'mailer', 'shell'] as const;

export type AppName = (typeof appNames)[number];
