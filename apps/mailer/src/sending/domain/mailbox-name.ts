/** A mail address with the name that stands beside it. */
export interface MailboxName {
  readonly name: string;
  readonly address: string;
}

/** One address (RFC 5321, section 4.1.2, without quoting and with any letters): nothing in it can end a header or begin another address. */
const address = /^[^\s\p{Cc}"(),:;<>@[\\\]]{1,64}@[^\s\p{Cc}"(),:;<>@[\\\]]{1,255}$/u;

export function isMailAddress(text: string): boolean {
  return address.test(text);
}

/**
 * From whom mails are where nobody has said: from nobody in particular, at the site's own host.
 *
 * @param siteUrl the address of the site; where that has no name but a number, it is this machine
 */
export function usualSender(siteUrl: string): MailboxName {
  const { hostname } = new URL(siteUrl);
  const host = /^\[|^[\d.]+$/.test(hostname) ? 'localhost' : hostname;
  return { name: 'Network events', address: `no-reply@${host}` };
}

/**
 * Reads `Name <address>` or an address alone.
 *
 * @returns `null` when it is neither
 */
export function readMailboxName(text: string): MailboxName | null {
  const [, name = '', bracketed] = /^([^<>]*?)\s*<([^<>]*)>$/.exec(text.trim()) ?? [];
  const found = bracketed ?? text.trim();
  if (!isMailAddress(found) || /\p{Cc}/u.test(name)) return null;
  return { name: name.replaceAll('"', '').trim(), address: found };
}
