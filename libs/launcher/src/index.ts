/** What tests and benchmarks use of the launcher: real services, databases and a browser of their own. */
export { apps, type App } from './apps.ts';
export { openBrowser } from './testing/browser.ts';
export { createTestDatabase, type TestDatabase } from './testing/databases.ts';
export { startMailbox, type ReceivedMail, type TestMailbox } from './testing/mailbox.ts';
export { startSystem, type System, type SystemOptions } from './testing/system.ts';
