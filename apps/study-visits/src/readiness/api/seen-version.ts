import type { FastifyRequest } from 'fastify';
import { requiredVersion } from '#platform';

/**
 * The version that a client saw of what need not be there yet: `"0"` says that there was nothing.
 *
 * @throws Problem 428 `version-missing`; 412 for a tag that no version has
 */
export const seenVersion = (request: FastifyRequest): number =>
  request.headers['if-match']?.trim() === '"0"' ? 0 : requiredVersion(request);
