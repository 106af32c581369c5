import { chromeSchema } from './chrome.js';
import type { Chrome } from './chrome.js';

/** More than any chrome needs; an answer beyond it is not one. */
const mostBytes = 500_000;

export interface FetchedChrome {
  readonly chrome: Chrome;
  readonly etag: string | null;
}

async function bodyWithin(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  if (response.body !== null)
    for await (const chunk of response.body) {
      size += chunk.byteLength;
      if (size > mostBytes) throw new Error(`the chrome is larger than ${mostBytes} bytes`);
      chunks.push(chunk);
    }
  return Buffer.concat(chunks).toString('utf8');
}

/**
 * Asks the shell for the chrome once.
 * @param etag of the copy at hand; the answer may then be that it still holds
 * @param timeLimit milliseconds for the whole answer, body included
 * @throws Error when there is no answer in time, or it is not a chrome
 */
export async function fetchChrome(
  url: string,
  etag: string | null,
  timeLimit: number,
): Promise<FetchedChrome | 'not modified'> {
  const response = await fetch(url, {
    headers: { accept: 'application/json', ...(etag === null ? {} : { 'if-none-match': etag }) },
    redirect: 'error',
    signal: AbortSignal.timeout(timeLimit),
  });
  if (response.status === 304 && etag !== null) return 'not modified';
  if (response.status !== 200) {
    await response.body?.cancel();
    throw new Error(`the shell answered ${response.status} for the chrome`);
  }
  const parsed = chromeSchema.safeParse(JSON.parse(await bodyWithin(response)));
  if (!parsed.success) throw new Error(`the shell's answer is not a chrome: ${parsed.error.message}`);
  return { chrome: parsed.data, etag: response.headers.get('etag') };
}
