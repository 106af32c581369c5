import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { PdfDocument } from '#pdf';
import type { RenderedFile, SentDocument } from './render-file.js';

/** A document takes a few hundred kilobytes while it is made; fonts a few megabytes for as long as the thread lives. */
const megabytes = 256;

type Answer = { readonly file: RenderedFile } | { readonly error: string };

/** Makes PDFs in a thread of its own, one after the other. */
export class RenderThread {
  readonly #worker = new Worker(new URL('./render.worker.js', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
  });

  #death: Error | null = null;

  constructor() {
    // One that dies between two documents says so to nobody else.
    this.#worker.on('error', (error) => {
      this.#death = error instanceof Error ? error : new Error(String(error));
    });
  }

  /** One at a time. @throws Error when it cannot be made, or the thread has died */
  async render({ madeAt, ...document }: PdfDocument): Promise<RenderedFile> {
    if (this.#death !== null) throw this.#death;
    // One that dies meanwhile says so by `error`, which rejects the wait for its answer.
    const answered = once(this.#worker, 'message') as Promise<[Answer]>;
    this.#worker.postMessage({ ...document, madeAt: madeAt.toString() } satisfies SentDocument, []);
    const [answer] = await answered;
    if ('error' in answer) throw new Error(answer.error);
    return answer.file;
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }
}
