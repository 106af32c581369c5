/** Where mail is handed over, and how. */
export interface SmtpServer {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte, rather than by STARTTLS. */
  readonly secure: boolean;
  /** Mail may only leave this machine encrypted. */
  readonly requireTLS: boolean;
  /** Does without STARTTLS though the server offers it. */
  readonly ignoreTLS: boolean;
  readonly auth: { readonly user: string; readonly pass: string } | null;
}

const onThisMachine = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Reads `smtp://user:password@host:587` (STARTTLS) or `smtps://user:password@host` (TLS from the first byte). With another
 * machine there is TLS or no mail, unless the address says `?ignoreTLS=true`.
 *
 * @returns `null` when it is no such address
 */
export function readSmtpAddress(text: string): SmtpServer | null {
  if (!URL.canParse(text)) return null;
  const { protocol, hostname, port, username, password, searchParams } = new URL(text);
  if ((protocol !== 'smtp:' && protocol !== 'smtps:') || hostname === '') return null;
  const secure = protocol === 'smtps:';
  const ignoreTLS = searchParams.get('ignoreTLS') === 'true';
  return {
    host: hostname.replaceAll(/[[\]]/g, ''),
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    secure,
    requireTLS: !secure && !ignoreTLS && !onThisMachine.has(hostname),
    ignoreTLS,
    auth: username === '' ? null : { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
  };
}
