/**
 * Headers on every answer. Styles and scripts come from our own origin only, none inline; forms go to our own origin;
 * nobody may frame us. `Referrer-Policy: same-origin` keeps addresses with secrets from other sites while our own
 * forms still say where they come from.
 *
 * @param publicUrl with https, browsers are told to stay with it for a year
 */
export function securityHeaders(publicUrl: string): Readonly<Record<string, string>> {
  return {
    'content-security-policy':
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
      "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=()',
    ...(publicUrl.startsWith('https:') ? { 'strict-transport-security': 'max-age=31536000' } : {}),
  };
}
