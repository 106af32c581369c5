import { spawn } from 'node:child_process';
import { Socket } from 'node:net';
import { signal } from '../processes.ts';

/**
 * Stops a database server when this process is gone, however it went: a shell in a session of its own waits for the
 * end of a pipe that only we hold. So a start or a test run that is killed leaves no server behind.
 *
 * @param server the server's process id
 * @param remove a folder to remove once the server is gone
 * @returns what calls the guardian off
 */
export function guard(server: number, remove: string | null): () => void {
  const script =
    'cat >/dev/null; kill -INT "$1"; [ -z "$2" ] || { while kill -0 "$1"; do sleep 0.1; done; rm -rf "$2"; }';
  const child = spawn('/bin/sh', ['-c', script, 'guardian', String(server), remove ?? ''], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  child.on('error', () => {});
  child.unref();
  if (child.stdin instanceof Socket) child.stdin.unref();
  return () => {
    if (child.pid !== undefined) signal(-child.pid, 'SIGKILL');
  };
}
