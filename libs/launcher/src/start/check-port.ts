import { tryPort } from '../ports.ts';
import { listenerOn } from '../processes.ts';
import type { Settings } from '../settings.ts';
import { codeOf, StartError } from '../start-error.ts';

/**
 * Makes sure that the shell will be able to listen. For this machine only, `localhost` may mean `::1` to a browser as
 * well, where somebody else must not be found instead.
 *
 * @throws StartError naming PORT or HOST
 */
export async function checkPort({ port, host }: Settings): Promise<void> {
  const hosts = host === '127.0.0.1' ? [host, '::1'] : [host];
  for (const each of hosts) {
    try {
      await tryPort(port, each);
    } catch (error) {
      const code = codeOf(error);
      if (code === 'EADDRINUSE') {
        const other = port < 65_535 ? port + 1 : port - 1;
        const by = listenerOn(port);
        throw new StartError(
          `PORT ${port} is taken${by ? ` by ${by}` : ''}: stop that, or choose another, as in PORT=${other} npm start.`,
        );
      }
      if (code === 'EACCES') {
        throw new StartError(`PORT ${port} may not be used by this user: choose one from 1024 up.`);
      }
      if (each === host) {
        throw new StartError(
          `HOST ${host} is not an address of this machine: set HOST to 127.0.0.1 or 0.0.0.0.`,
        );
      }
    }
  }
}
