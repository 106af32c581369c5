import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

/** One answer, as a service gave it, for the bare server to repeat. */
export interface RecordedAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Base64. */
  readonly body: string;
}

// What any Node server could do at best: the same bytes, with nothing decided.
const recorded = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as RecordedAnswer;
const body = Buffer.from(recorded.body, 'base64');
const server = createServer((_request, response) => {
  response.writeHead(recorded.status, recorded.headers);
  response.end(body);
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.(typeof address === 'object' ? address?.port : null);
});
process.on('disconnect', () => process.exit(0));
