import { request, type Agent, type IncomingHttpHeaders } from 'node:http';

/** An answer just as it came: nothing unpacked, no redirect followed. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
  /** The port that the connection had on our side, to tell whether the same one was used again. */
  readonly localPort: number | undefined;
}

export interface RawAsk {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  readonly agent?: Agent;
}

/** Sends a request with these headers and no others than HTTP itself needs. */
export function rawRequest(url: string, ask: RawAsk = {}): Promise<RawAnswer> {
  const { method = 'GET', headers = {}, body, agent } = ask;
  return new Promise((resolve, reject) => {
    const asked = request(url, { method, headers, ...(agent && { agent }) }, (response) => {
      const chunks: Buffer[] = [];
      const { localPort } = response.socket;
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          bytes: Buffer.concat(chunks),
          localPort,
        }),
      );
    });
    asked.on('error', reject);
    asked.end(body);
  });
}
