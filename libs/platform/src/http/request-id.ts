import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

export const newRequestId = (): string => randomUUID();

/** The request id that the shell gave, or a new one when the service is asked directly. */
export function givenRequestId({ headers }: Pick<IncomingMessage, 'headers'>): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : newRequestId();
}
