import { createServer } from 'node:net';

/** Tries to listen, and lets go at once. Resolves to the port; rejects with Node's own error. */
export function tryPort(port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      const found = address !== null && typeof address === 'object' ? address.port : port;
      server.close(() => resolve(found));
    });
  });
}

const given = new Set<number>();

/** A port of the loopback address that nothing listens on and that this process has not given out before. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = await tryPort(0, '127.0.0.1');
    if (given.has(port)) continue;
    given.add(port);
    return port;
  }
}
