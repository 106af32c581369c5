import type { AppName, MessageType, registry } from '#contracts';

/** An app that may ask others to tell what is to come. */
export type RetellingApp = {
  [App in AppName]: `${App}.retelling-requested.v1` extends MessageType ? App : never;
}[AppName];

/** The apps that it asks. */
export type SourceOf<App extends RetellingApp> =
  (typeof registry)[`${App}.retelling-requested.v1`]['consumers'][number];
