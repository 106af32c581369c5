import { tryPort } from '../ports.ts';
import { listenerOn } from '../processes.ts';
import { StartError } from '../start-error.ts';

/** Where people who know MailDev look for it. */
const usual = 1080;

/** How many ports are tried from the usual one on. */
const tries = 100;

async function isFree(port: number): Promise<boolean> {
  try {
    await tryPort(port, '127.0.0.1');
  } catch {
    return false;
  }
  // A browser may take `localhost` for ::1; a machine that has no such address has nobody there either.
  return tryPort(port, '::1').then(
    () => true,
    (error: unknown) => !(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'),
  );
}

/**
 * A port for the local mailbox's page.
 *
 * @param given the only one that will do; `null`: the usual one or, where that is taken, the next
 * @param others ports that will be used for something else
 * @throws StartError naming MAILBOX_PORT
 */
export async function chooseMailboxPort(given: number | null, others: readonly number[]): Promise<number> {
  const candidates = given === null ? Array.from({ length: tries }, (_, index) => usual + index) : [given];
  for (const port of candidates) if (!others.includes(port) && (await isFree(port))) return port;
  if (given === null) {
    throw new StartError(
      `MAILBOX_PORT: the ports from ${usual} to ${usual + tries - 1} are all taken: choose another, as in MAILBOX_PORT=8025 npm start.`,
    );
  }
  const by = others.includes(given) ? 'the site itself' : listenerOn(given);
  throw new StartError(
    `MAILBOX_PORT ${given} is taken${by ? ` by ${by}` : ' or may not be used'}: choose another, or leave it out to have one found.`,
  );
}
