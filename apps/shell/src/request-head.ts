/** Headers that are between two neighbours only (RFC 9110 §7.6.1), or that the next hop writes for itself. */
export const betweenNeighbours: ReadonlySet<string> = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'transfer-encoding',
  'te',
  'trailer',
  'upgrade',
  'expect',
]);

/** What a client may not say to a part: who and where it is, and which request this is, are for the shell to vouch for. */
const notTakenFromClients: ReadonlySet<string> = new Set([
  ...betweenNeighbours,
  'host',
  'x-identity',
  'x-forwarded-for',
  'x-request-id',
]);

/** What came of a request's head. */
export interface RequestHead {
  /** What may go on as it came, names and values in turn; neither cookies nor credentials. */
  readonly headers: readonly string[];
  readonly cookie: string | null;
  readonly authorization: string | null;
  readonly hasBody: boolean;
  /** Whether a browser listens for events: the answer goes on for minutes. */
  readonly wantsEvents: boolean;
}

/** What a `Connection` header names is between neighbours too. */
function withoutNamed(headers: readonly string[], connection: string): string[] {
  const named = new Set(connection.split(',').map((name) => name.trim()));
  return headers.filter((_, index) => !named.has((headers[index - (index % 2)] ?? '').toLowerCase()));
}

/**
 * Reads a head in one go, as it came: the usual way makes an object of it first, which costs as much as all the rest that
 * is to be done with it.
 *
 * @param raw names and values in turn
 */
export function readHead(raw: readonly string[]): RequestHead {
  const headers: string[] = [];
  let connection = '';
  let cookie: string | null = null;
  let authorization: string | null = null;
  let hasBody = false;
  let wantsEvents = false;
  for (let index = 0; index + 1 < raw.length; index += 2) {
    const name = raw[index] ?? '';
    const value = raw[index + 1] ?? '';
    const lower = name.toLowerCase();
    if (lower === 'connection') connection = `${connection},${value.toLowerCase()}`;
    if (lower === 'transfer-encoding' || (lower === 'content-length' && value !== '0')) hasBody = true;
    if (lower === 'accept' && value.startsWith('text/event-stream')) wantsEvents = true;
    if (lower === 'cookie') cookie = cookie === null ? value : `${cookie}; ${value}`;
    else if (lower === 'authorization') authorization ??= value;
    else if (!notTakenFromClients.has(lower)) headers.push(name, value);
  }
  const isUsual = connection === '' || connection === ',keep-alive' || connection === ',close';
  return {
    headers: isUsual ? headers : withoutNamed(headers, connection),
    cookie,
    authorization,
    hasBody,
    wantsEvents,
  };
}
