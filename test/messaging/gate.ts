import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { testPort } from '#launcher';

/** A way to a server that can be shut: then connections end, and no new ones are made. */
export interface Gate {
  /** The server's address by this way. */
  readonly url: string;
  shut(this: void): void;
  open(this: void): Promise<void>;
}

/** @param url the server's own address */
export async function openGate(url: string): Promise<Gate> {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  let server = createServer();
  const port = await testPort();
  const open = async () => {
    server = createServer((inner) => {
      const outer = connect(Number(target.port), target.hostname);
      for (const [one, other] of [
        [inner, outer],
        [outer, inner],
      ] as const) {
        sockets.add(one);
        one.pipe(other);
        one.on('error', () => undefined);
        one.once('close', () => {
          sockets.delete(one);
          other.destroy();
        });
      }
    });
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  };
  await open();
  const through = new URL(url);
  through.hostname = '127.0.0.1';
  through.port = String(port);
  return {
    url: through.href,
    open,
    shut: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
