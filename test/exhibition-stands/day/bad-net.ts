import { createServer, connect, type Server, type Socket } from 'node:net';
import { testPort } from '#launcher';

/** `down`: what stands before the service says that it does not answer; `silent`: nobody says anything. */
export type Net = 'good' | 'stopped' | 'down' | 'silent';

const down = 'HTTP/1.1 503 Service Unavailable\r\ncontent-length: 4\r\nconnection: close\r\n\r\ndown';

/** What lies between a phone and a service: it can be cut off as no switch of a browser does it. */
export interface BadNet {
  /** Where the phone finds the service. */
  readonly url: string;
  be(this: void, net: Net): Promise<void>;
  stop(this: void): Promise<void>;
}

/** @param to the service's own address */
export async function startBadNet(to: string): Promise<BadNet> {
  const { hostname, port } = new URL(to);
  const sockets = new Set<Socket>();
  let net: Net = 'good';

  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    // Cutting a line off is what this is for.
    socket.on('error', () => socket.destroy());
  };

  const server: Server = createServer((phone) => {
    keep(phone);
    if (net === 'silent') return;
    if (net === 'down') {
      phone.once('data', () => phone.end(down));
      return;
    }
    const service = connect(Number(port), hostname);
    keep(service);
    phone.pipe(service).pipe(phone);
  });
  const own = await testPort();
  const listen = () =>
    new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(own, '127.0.0.1', () => {
        server.off('error', reject);
        resolve();
      });
    });
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      cut();
    });

  await listen();
  return {
    url: `http://127.0.0.1:${own}`,
    be: async (wanted) => {
      net = wanted;
      if (wanted === 'stopped') {
        if (server.listening) await close();
        return;
      }
      cut();
      if (!server.listening) await listen();
    },
    stop: async () => {
      if (server.listening) await close();
    },
  };
}
