import { createHmac, timingSafeEqual } from 'node:crypto';
import { mailKindNames, type MailKindName } from '#contracts';

/** One kind of mail of one person. */
export interface Subscription {
  /** A UUID. */
  readonly personId: string;
  readonly kind: MailKindName;
}

/**
 * What stands in a mail's link to end its kind: whoever has it can do that one thing, and nobody can make one without the
 * key. It never ends, as mails are kept for years.
 *
 * @param key 32 bytes
 */
export function makeToken(key: Buffer, { personId, kind }: Subscription): string {
  const id = Buffer.from(personId.replaceAll('-', ''), 'hex').toString('base64url');
  const mac = createHmac('sha256', key)
    .update(JSON.stringify([personId, kind]))
    .digest('base64url');
  return `${id}.${kind}.${mac}`;
}

/** @returns `null` when it was not made with the key, or was changed since */
export function readToken(key: Buffer, token: string): Subscription | null {
  const [id = '', name] = token.split('.');
  const kind = mailKindNames.find((each) => each === name);
  const hex = Buffer.from(id, 'base64url').toString('hex');
  const parts = /^(.{8})(.{4})(.{4})(.{4})(.{12})$/.exec(hex)?.slice(1);
  if (kind === undefined || parts === undefined) return null;
  const subscription = { personId: parts.join('-'), kind };
  // Several texts may stand for the same bytes; only the one that we made counts.
  const made = Buffer.from(makeToken(key, subscription));
  const given = Buffer.from(token);
  return made.length === given.length && timingSafeEqual(made, given) ? subscription : null;
}
