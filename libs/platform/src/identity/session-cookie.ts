/**
 * The name of the cookie that holds a session's secret. On https it has the `__Host-` prefix, with which browsers take it
 * only from this very host, over https and for all paths, so no other host of the domain can plant one. Browsers refuse
 * that prefix without `Secure`, and `Secure` on plain http, which is how the site runs on one's own machine: there it
 * goes without.
 *
 * @param publicUrl the address of the whole site, as browsers see it
 */
export function sessionCookieName(publicUrl: string): string {
  return publicUrl.startsWith('https:') ? '__Host-session' : 'session';
}

/**
 * The value of a cookie in a `Cookie` header (RFC 6265 §4.2.1); `null` when there is none of that name. Of several with
 * the name the first counts, as browsers send the most specific first.
 */
export function readCookie(header: string | undefined, name: string): string | null {
  if (header === undefined || !header.includes(`${name}=`)) return null;
  for (const pair of header.split(';')) {
    const at = pair.indexOf('=');
    if (at !== -1 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return null;
}
