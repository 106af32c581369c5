import { attribute, readPage } from '../events-calendar/public-pages/pages.js';

/** What a public page may weigh on a first visit, everything that it needs included, in bytes. */
export const heaviestPage = 60 * 1024;

/** Status line and headers come on top of a body; this is more than ours have. */
const perAnswer = 1500;

/** What a page weighs with all that it loads, as it travels, in bytes. @param origin the shell's */
export async function weightOf(origin: string, path: string): Promise<number> {
  const page = await readPage(`${origin}${path}`);
  const parts = [
    ...page
      .all('link')
      .filter((link) => /stylesheet|icon/.test(attribute(link, 'rel') ?? ''))
      .map((link) => attribute(link, 'href')),
    ...page.all('script').map((script) => attribute(script, 'src')),
    ...page.all('img').map((image) => attribute(image, 'src')),
  ].filter((address) => address !== undefined);
  if (parts.length < 2) throw new Error(`${path} loads ${parts.length} things: that is no whole page`);
  const foreign = parts.find((address) => !address.startsWith('/'));
  if (foreign !== undefined) throw new Error(`${path} loads ${foreign}`);
  const weights = await Promise.all([path, ...parts].map((address) => travels(`${origin}${address}`)));
  return weights.reduce((sum, weight) => sum + weight, 0);
}

/** The length of an answer's body as it travels. */
async function travels(url: string): Promise<number> {
  const response = await fetch(url, { headers: { 'accept-encoding': 'gzip' } });
  const body = await response.arrayBuffer();
  if (response.status !== 200) throw new Error(`${url} answers ${response.status}`);
  if (response.headers.get('content-encoding') === null) return body.byteLength + perAnswer;
  // Node's fetch unpacks the body: the length that was sent stands in the header.
  const length = response.headers.get('content-length');
  if (length === null) throw new Error(`${url} does not say how long it is`);
  return Number(length) + perAnswer;
}
