/**
 * The name of a cookie that only this very host may set (`__Host-`), as far as browsers let it: on plain http, as on one's
 * own machine, they refuse the prefix.
 *
 * @param publicUrl the address of the whole site, as browsers see it
 */
export function hostCookieName(name: string, publicUrl: string): string {
  return publicUrl.startsWith('https:') ? `__Host-${name}` : name;
}

/** A `Set-Cookie` header (RFC 6265 §4.1) for a cookie that scripts cannot read and other sites cannot make use of. */
export function setCookie(name: string, value: string, maxAge: number, publicUrl: string): string {
  const secure = publicUrl.startsWith('https:') ? '; Secure' : '';
  return `${name}=${value}; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${secure}`;
}
