import { errorCodes, type FastifyInstance } from 'fastify';

/** So much is read of what is too large, in bytes; of more than that the connection is closed. */
const mostRead = 64 * 1024 * 1024;

/**
 * Reads bodies that are larger than they may be to their end before it refuses them. Most programs look for an answer only
 * once all is sent: a connection that is closed before tells them nothing but that it broke.
 */
export function readTooLargeToEnd(fastify: FastifyInstance): void {
  fastify.addHook('preParsing', async ({ headers, routeOptions }, _reply, payload) => {
    const length = Number(headers['content-length'] ?? 0);
    // Forms with files have limits of their own, for each file.
    const isForm = (headers['content-type'] ?? '').toLowerCase().startsWith('multipart/');
    const limit = routeOptions.bodyLimit ?? Infinity;
    if (isForm || length <= limit || length > mostRead) return payload;
    for await (const _ of payload);
    throw new errorCodes.FST_ERR_CTP_BODY_TOO_LARGE();
  });
}
