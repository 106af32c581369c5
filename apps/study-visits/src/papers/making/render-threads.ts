import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { PdfDocument } from '#pdf';
import type { RenderedFile, SentDocument } from './render-file.js';

/** A document takes a few megabytes while it is made, and fonts as much for as long as a thread lives. */
const limits = { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 48 };

/** More than two would leave too little of a machine to those who ask for pages. */
const threadsAtMost = 2;

type Answer = { readonly file: RenderedFile } | { readonly error: string };

/** Makes PDFs in a thread of its own, one after the other. */
class RenderThread {
  readonly #worker = new Worker(new URL('./render.worker.js', import.meta.url), { resourceLimits: limits });
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

/** Makes PDFs in as many threads as the machine has room for. */
export class RenderThreads {
  readonly #threads = Array.from(
    { length: Math.min(threadsAtMost, availableParallelism()) },
    () => new RenderThread(),
  );

  /** @returns the files in the order of the documents; @throws Error when one cannot be made, or a thread has died */
  async renderAll(documents: readonly PdfDocument[]): Promise<readonly RenderedFile[]> {
    const files: RenderedFile[] = [];
    // Each thread takes the next as soon as it is done with one.
    const queue = documents.entries();
    await Promise.all(
      this.#threads.map(async (thread) => {
        for (const [index, document] of queue) files[index] = await thread.render(document);
      }),
    );
    return files;
  }

  async close(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.close()));
  }
}
