import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SettingProblem } from '../config/settings.js';
import type { Log } from '../logging/log.js';

/** How long open requests may take to finish once the service has been told to stop, in milliseconds. */
const drainLimit = 5000;

/**
 * Listens, and stops cleanly on SIGTERM, SIGINT or when the process that started it is gone: no new connections, open
 * requests finish, then the database is let go.
 */
export async function listenUntilStopped(
  app: NestFastifyApplication,
  log: Log,
  { LISTEN_HOST, LISTEN_PORT }: { LISTEN_HOST: string; LISTEN_PORT: number },
): Promise<void> {
  let stopping = false;
  const stop = (why: string) => {
    if (stopping) return;
    stopping = true;
    log.info({ why }, 'stopping');
    const late = setTimeout(() => {
      log.error('open requests did not finish in time');
      process.exit(1);
    }, drainLimit);
    late.unref();
    app.close().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'could not stop cleanly');
        process.exit(1);
      },
    );
  };
  process.once('SIGTERM', () => stop('SIGTERM'));
  process.once('SIGINT', () => stop('SIGINT'));
  if (process.send) process.once('disconnect', () => stop('the starter is gone'));
  await app.listen(LISTEN_PORT, LISTEN_HOST);
  log.info({ address: await app.getUrl() }, 'listening');
}

/**
 * Runs a service's `main`, and ends the process with one clear line when it cannot start.
 *
 * @param main what starts the service
 */
export async function runService(name: string, main: () => Promise<void>): Promise<void> {
  process.on('unhandledRejection', (reason) => {
    throw reason;
  });
  try {
    await main();
  } catch (error) {
    const words =
      error instanceof SettingProblem ? error.message : error instanceof Error ? error.stack : String(error);
    process.stderr.write(`${name} cannot start: ${words}\n`);
    process.exit(1);
  }
}
