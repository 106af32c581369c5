import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { QueryFailedError } from 'typeorm';
import type { Log } from '#platform';
import type { Actor } from '../events/actor.js';
import { LOG } from '../tokens.js';
import { ImportsRepository } from './imports.repository.js';
import { RunImport } from './run-import.js';

/** How long imports may take to end when the service is stopped, in milliseconds; then they write nothing. */
const drainLimit = 3000;

/** A name that somebody else took at the same moment, and two who waited for each other: the next try succeeds. */
const worthAnotherTry = new Set(['23505', '40P01']);
const mostTries = 3;

/**
 * Runs imports in the background of this process, as many as were confirmed here. When the process dies, the database takes
 * back what it wrote, and the import is shown as stopped, to be tried again.
 */
@Injectable()
export class ImportRunner implements BeforeApplicationShutdown {
  private readonly running = new Set<Promise<void>>();
  private stopping = false;

  constructor(
    private readonly runImport: RunImport,
    private readonly imports: ImportsRepository,
    @Inject(LOG) private readonly log: Log,
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
    for (let tries = 1; ; tries += 1) {
      try {
        await this.runImport.run(actor, id, begun, () => !this.stopping);
        this.log.info({ importId: id, requestId: actor.requestId }, 'import is done');
        return;
      } catch (error) {
        if (this.stopping) return;
        if (tries < mostTries && isWorthAnotherTry(error)) continue;
        this.log.error({ err: error, importId: id, requestId: actor.requestId }, 'import failed');
        await this.imports.fail(id).catch((failure: unknown) => {
          this.log.error({ err: failure, importId: id }, 'that an import failed could not be recorded');
        });
        return;
      }
    }
  }
}

function isWorthAnotherTry(error: unknown): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  const { code } = error.driverError as { code?: unknown };
  return typeof code === 'string' && worthAnotherTry.has(code);
}
