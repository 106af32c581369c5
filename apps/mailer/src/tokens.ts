/** The mailer's settings, as `readMailerSettings` gives them. */
export const SETTINGS = Symbol('settings');

/** The service's log. */
export const LOG = Symbol('log');
