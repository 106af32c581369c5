import type { AppName, MessageType, PayloadOf } from '#contracts';

/** An app that may ask for mails. */
export type MailApp = {
  [App in AppName]: `${App}.mail-requested.v1` extends MessageType ? App : never;
}[AppName];

/** Names readers who are nobody that `members` knows, too. */
type ToAnybody = PayloadOf<'conference-registration.mailing-addressed.v1'>;

/** An app that may ask for mails to many, whoever they are. */
export type MailingApp = {
  [App in AppName]: `${App}.mailing-addressed.v1` extends infer Type extends MessageType
    ? ToAnybody extends PayloadOf<Type>
      ? App
      : never
    : never;
}[AppName];
