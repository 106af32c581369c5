import type { BeforeApplicationShutdown } from '@nestjs/common';
import type { Actor, Log } from '#platform';

/** How long imports may take to end when the service is stopped, in milliseconds; then they write nothing. */
const drainLimit = 3000;

/** Writes an import. */
export interface ImportWork {
  /**
   * @param begun told when the import is seen to be running
   * @param goesOn asked between pieces of work; where it says no, nothing is written
   * @throws Error when it could not be written
   */
  run(actor: Actor, id: string, begun: () => void, goesOn: () => boolean): Promise<void>;
}

/**
 * Runs imports in the background of this process, as many as were confirmed here. When the process dies, the database takes
 * back what it wrote, and the import is shown as stopped, to be tried again.
 */
export class ImportRunner implements BeforeApplicationShutdown {
  private readonly running = new Set<Promise<void>>();
  private stopping = false;

  constructor(
    private readonly work: ImportWork,
    private readonly log: Log,
  ) {}

  /** Resolves as soon as the import is seen to be running, or cannot be; it goes on by itself. */
  async start(actor: Actor, id: string): Promise<void> {
    const begun = new Promise<void>((resolve) => {
      const work = this.run(actor, id, resolve).finally(() => {
        this.running.delete(work);
        resolve();
      });
      this.running.add(work);
    });
    await begun;
  }

  async beforeApplicationShutdown(): Promise<void> {
    const late = setTimeout(() => {
      this.stopping = true;
    }, drainLimit);
    await Promise.all(this.running);
    clearTimeout(late);
  }

  private async run(actor: Actor, id: string, begun: () => void): Promise<void> {
    const about = { importId: id, requestId: actor.requestId };
    try {
      await this.work.run(actor, id, begun, () => !this.stopping);
      this.log.info(about, 'import is through');
    } catch (error) {
      this.log.error({ err: error, ...about }, 'import came to no end');
    }
  }
}
