/** What tests and benchmarks use of the launcher: real services, databases and a browser of their own. */
export { apps, type App } from './apps.ts';
export { freePort } from './ports.ts';
export { startPostgres, type PostgresServer } from './postgres/server.ts';
export { environmentOf, inheritedEnvironment, internalUrl, type Plan } from './services/environment.ts';
export { startService, type ServiceProcess } from './services/process.ts';
export { secretsOf } from './services/secrets.ts';
export { untilAnswers } from './services/readiness.ts';
export { openBrowser } from './testing/browser.ts';
export { createTestDatabase, type TestDatabase } from './testing/databases.ts';
export {
  startMailbox,
  type Misbehaviour,
  type Moment,
  type ReceivedMail,
  type TestMailbox,
} from './testing/mailbox.ts';
export { signInByMail } from './testing/sign-in.ts';
export { startRedis, type ThrowAwayRedis } from './testing/throw-away-redis.ts';
export { testPort } from './testing/test-port.ts';
export { startSystem, type System, type SystemOptions } from './testing/system.ts';
