import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Tries to listen, and lets go at once. Rejects with Node's own error when that cannot be. */
export function tryPort(port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve()));
  });
}

/**
 * Below the ports that systems give to outgoing connections (from 32768 on Linux, 49152 elsewhere): one of those might be
 * taken between the moment it is found and the moment somebody listens on it.
 */
const choice = { from: 10_240, below: 32_768 } as const;

const given = new Set<number>();

/** A port of the loopback address that nothing listens on and that this process has not given out before. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(choice.from, choice.below);
    if (given.has(port)) continue;
    const isFree = await tryPort(port, '127.0.0.1').then(
      () => true,
      () => false,
    );
    if (!isFree) continue;
    given.add(port);
    return port;
  }
}
