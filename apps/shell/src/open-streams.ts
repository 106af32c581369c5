import type { ServerResponse } from 'node:http';
import type { OnModuleDestroy } from '@nestjs/common';

/** How many streams of events go through this shell at once: each holds a connection on both sides. */
export const mostStreams = 500;

/** Streams of events that go through the shell. They end when the part ends them or the browser goes, or the shell stops. */
export class OpenStreams implements OnModuleDestroy {
  private readonly open = new Set<ServerResponse>();

  constructor(private readonly most = mostStreams) {}

  /** @returns whether there is room for it */
  add(response: ServerResponse): boolean {
    if (this.open.size >= this.most) return false;
    this.open.add(response);
    response.once('close', () => this.open.delete(response));
    return true;
  }

  /** A browser whose stream is broken off comes again, to the shell that runs then. */
  onModuleDestroy(): void {
    for (const response of this.open) response.destroy();
  }
}
