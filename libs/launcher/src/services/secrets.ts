import { createHmac } from 'node:crypto';

/** What some services have to know and nobody else may. */
export interface Secrets {
  /** What `members` encrypts its signing keys with. */
  readonly identity: string;
  /** What services show each other where they ask directly. */
  readonly internal: string;
  /** What `mailer` signs the links with that end a kind of mail. */
  readonly mail: string;
  /** What `conference-registration`, `exhibition-stands` and `study-visits` make the secrets from in links for those without an account. */
  readonly links: string;
  /** What `study-visits` seals sensitive details with: keys with their ids, the first of which seals. */
  readonly sensitive: string;
}

/**
 * The services' secrets: those of IDENTITY_SECRET, INTERNAL_KEY, LINK_SECRET, MAIL_SECRET and SENSITIVE_KEYS where they are set, as on several
 * machines that share a database; else made from the installation's own.
 */
export function secretsOf(secret: string, env: NodeJS.ProcessEnv): Secrets {
  const derived = (name: string) => createHmac('sha256', secret).update(name).digest('base64url');
  return {
    identity: env['IDENTITY_SECRET'] || derived('identity'),
    internal: env['INTERNAL_KEY'] || derived('internal'),
    mail: env['MAIL_SECRET'] || derived('mail'),
    links: env['LINK_SECRET'] || derived('links'),
    sensitive: sensitiveKeys(env['SENSITIVE_KEYS'] ?? '', `kept:${derived('sensitive')}`),
  };
}

/** Keys of one's own come first. The installation's own key stays the last, as what it sealed has to be opened again. */
function sensitiveKeys(given: string, kept: string): string {
  if (given === '') return kept;
  return /(^|,)\s*kept:/.test(given) ? given : `${given},${kept}`;
}
