import { once } from 'node:events';
import { connect } from 'node:net';

const megabyte = 1024 * 1024;

/** Sends a form with a file of so many bytes and looks at the answer only when all is sent, as a browser does. */
export async function send(
  address: string,
  bytes: number,
  headers: Readonly<Record<string, string>>,
): Promise<{ status: number; html: string }> {
  const { hostname, port, pathname } = new URL(address);
  const before =
    '--x\r\nContent-Disposition: form-data; name="file"; filename="large.csv"\r\n\r\ntitle,start\r\n';
  const after = '\r\n--x--\r\n';
  const head = {
    host: hostname,
    accept: 'text/html',
    'sec-fetch-site': 'same-origin',
    'content-type': 'multipart/form-data; boundary=x',
    'content-length': String(before.length + bytes + after.length),
    ...headers,
  };
  const socket = connect(Number(port), hostname);
  let answer = '';
  socket.setEncoding('utf8').on('data', (text: string) => (answer += text));
  const lines = Object.entries(head).map(([name, value]) => `${name}: ${value}`);
  socket.write(`POST ${pathname} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${before}`);
  const piece = Buffer.alloc(megabyte, 'a,2099-01-01\n');
  for (let sent = 0; sent < bytes; sent += piece.length) {
    if (!socket.write(piece.subarray(0, Math.min(piece.length, bytes - sent)))) await once(socket, 'drain');
  }
  socket.write(after);
  while (!/<\/html>|"code":/.test(answer)) await once(socket, 'data');
  socket.destroy();
  return { status: Number(/^HTTP\/1.1 (\d+)/.exec(answer)?.[1]), html: answer };
}
