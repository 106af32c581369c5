import type { FastifyReply, FastifyRequest } from 'fastify';
import type { EventStreams } from '#platform';
import type { LiveState } from '#ui';
import { progressOf } from '../pages/outcome.view.js';
import type { ConfirmImport } from './confirm-import.js';

/**
 * Tells how far an import has come: as a stream of events to the script of its page, else once, as JSON.
 *
 * @throws Problem 404
 */
export async function answerProgress(
  streams: EventStreams,
  imports: Pick<ConfirmImport, 'read'>,
  id: string,
  { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
): Promise<void> {
  await streams.tell<LiveState>(request, reply, {
    key: `import ${id}`,
    look: async () => progressOf(await imports.read(id)),
    isOver: (state) => !state.isRunning,
  });
}
