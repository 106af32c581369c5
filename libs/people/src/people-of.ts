import type { AppName, MessageType } from '#contracts';
import type { Log } from '#platform';

/** An app that keeps people: it may ask for all of them, and says when it has forgotten one. */
export type PeopleApp = {
  [App in AppName]: `${App}.replay-requested.v1` | `${App}.person-erasure-done.v1` extends MessageType
    ? App
    : never;
}[AppName];

/** Whose people these are, and what the app calls what it holds of them, for their own eyes. */
export interface PeopleOf {
  readonly app: PeopleApp;
  /** "What conference registration knows of you" */
  readonly title: string;
  /** "Organisations that you can book for" */
  readonly organisationsTitle: string;
  /** What being an organisation's booking contact means here: "Looks after its bookings". */
  readonly contactTitle: string;
  readonly log: Log;
}

/** The app's {@link PeopleOf}. */
export const PEOPLE_OF = Symbol('people of');
