import { request } from 'node:http';
import { gunzipSync } from 'node:zlib';

/** What a browser loads for a page on its first visit. */
export interface PageWeight {
  /** As they are sent, of the page and of all that it loads. */
  readonly bytes: number;
  readonly assets: readonly string[];
}

async function sent(url: string): Promise<{ readonly bytes: number; readonly text: string }> {
  return new Promise((resolve, reject) => {
    request(url, { headers: { 'accept-encoding': 'gzip' } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const body = Buffer.concat(chunks);
        const isPacked = response.headers['content-encoding'] === 'gzip';
        if (response.statusCode !== 200) reject(new Error(`${url}: ${response.statusCode}`));
        else resolve({ bytes: body.length, text: (isPacked ? gunzipSync(body) : body).toString() });
      });
    })
      .on('error', reject)
      .end();
  });
}

/** @param origin where the page's addresses begin */
export async function pageWeight(origin: string, path: string): Promise<PageWeight> {
  const page = await sent(origin + path);
  const found = page.text.matchAll(/<(?:link|script|img)\b[^>]*?\b(?:href|src)="(\/[^"]+)"/g);
  const loaded = [...found].filter(([tag]) => !/rel="(?:canonical|alternate|search|author)"/.test(tag));
  const assets = [...new Set(loaded.map(([, address]) => address ?? ''))];
  let bytes = page.bytes;
  for (const asset of assets) {
    const file = await sent(origin + asset);
    bytes += file.bytes;
    // Fonts and pictures of a style sheet.
    for (const [, address = ''] of file.text.matchAll(/url\(["']?(\/[^"')]+)["']?\)/g)) {
      if (!assets.includes(address)) {
        assets.push(address);
        bytes += (await sent(origin + address)).bytes;
      }
    }
  }
  return { bytes, assets };
}
