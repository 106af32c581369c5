/**
 * Whether a request that changes something comes from our own pages. Browsers say so in `Sec-Fetch-Site`, older ones
 * in `Origin`; what says neither is not a browser we can trust a cookie from.
 *
 * @param publicOrigin scheme, host and port of our own pages
 */
export function isSameOrigin(
  headers: Readonly<Record<string, string | string[] | undefined>>,
  publicOrigin: string,
): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  return headers['origin'] === publicOrigin;
}

/**
 * Whether a request says that it comes from another site's page. Programs say nothing of where they come from; a browser says it
 * with whatever changes something (Fetch §3.2, §4.6: `Origin` with every method but GET and HEAD).
 *
 * @param publicOrigin scheme, host and port of our own pages
 */
export function isForeign(
  headers: Readonly<Record<string, string | string[] | undefined>>,
  publicOrigin: string,
): boolean {
  const saysNothing = headers['sec-fetch-site'] === undefined && headers['origin'] === undefined;
  return !saysNothing && !isSameOrigin(headers, publicOrigin);
}

/** Methods that change nothing (RFC 9110 §9.2.1). */
export function isSafe(method: string): boolean {
  return method === 'GET' || method === 'HEAD' || method === 'OPTIONS';
}
