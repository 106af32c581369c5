import { renderToString } from 'preact-render-to-string';
import { momentInWords } from '#ui';
import type { HeldData } from '../collect-data.js';
import { HeldDataView } from './held-data.js';

/** What is held on a person as a document that can be read anywhere, without this site: it needs no styles or scripts. */
export function dataDocument(data: HeldData, at: Date): string {
  const html = renderToString(
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>What is held on you</title>
      </head>
      <body>
        <h1>What is held on you</h1>
        <p>Collected on {momentInWords(at)}.</p>
        <HeldDataView data={data} />
      </body>
    </html>,
  );
  return `<!DOCTYPE html>${html}\n`;
}
