import type { IncomingMessage } from 'node:http';

type Asked = Pick<IncomingMessage, 'headers'> & {
  readonly socket: Pick<IncomingMessage['socket'], 'remoteAddress'>;
};

/**
 * Where a request comes from, for limits and for people's lists of their sign-ins. A client can write anything into
 * `X-Forwarded-For`; what proxies of ours have added stands at its end.
 *
 * @param proxies how many of our own stand between the client and us (`TRUST_PROXY`); each adds whom it was asked by
 */
export function clientAddress({ headers, socket }: Asked, proxies: number): string {
  const neighbour = socket.remoteAddress ?? '';
  if (proxies === 0) return neighbour;
  const named = headers['x-forwarded-for'];
  const path = (Array.isArray(named) ? named.join(',') : (named ?? '')).split(',').map((each) => each.trim());
  // Less than our proxies would have added: it came past them, and its word counts for nothing.
  return path.filter((each) => each !== '').at(-proxies) ?? neighbour;
}
