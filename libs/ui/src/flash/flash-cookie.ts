import type { Notice } from './notice.js';

/** Longest text of one notice, in UTF-16 units, and most notices at once: a cookie holds 4,096 bytes (RFC 6265 §6.1). */
const longestText = 300;
const mostNotices = 3;
const longestValue = 3_800;

/** Seconds: long enough for a slow redirect, too short to surprise anybody tomorrow. */
const lifetime = 60;

const types: ReadonlyMap<unknown, Notice['type']> = new Map([
  ['s', 'success'],
  ['i', 'important'],
]);

/**
 * The cookie's name. Browsers take `__Host-` only with `Secure`, which they in turn refuse on plain http: so a site that
 * is tried out on http://localhost does without both.
 * @param origin of the site as browsers see it: `https://events.example.org`
 */
export function flashCookieName(origin: string): string {
  return isSecure(origin) ? '__Host-flash' : 'flash';
}

function isSecure(origin: string): boolean {
  return new URL(origin).protocol === 'https:';
}

function attributes(origin: string, maxAge: number): string {
  return `Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${isSecure(origin) ? '; Secure' : ''}`;
}

/** On one line, without characters that are not seen or turn the text about; long texts end in an ellipsis. */
function plain(text: string): string {
  const oneLine = text.replaceAll(/[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim();
  if (oneLine.length <= longestText) return oneLine;
  return `${oneLine.slice(0, longestText - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** The cookie's value: base64url of JSON, which needs no quoting. The first few notices are kept. */
export function encodeNotices(notices: readonly Notice[]): string {
  const kept = notices
    .slice(0, mostNotices)
    .map(({ type, text }) => [type === 'success' ? 's' : 'i', plain(text)]);
  return Buffer.from(JSON.stringify(kept)).toString('base64url');
}

function asNotice(entry: unknown): Notice[] {
  if (!Array.isArray(entry)) return [];
  const [letter, text]: unknown[] = entry;
  const type = types.get(letter);
  const words = typeof text === 'string' ? plain(text) : '';
  return type === undefined || words === '' ? [] : [{ type, text: words }];
}

/**
 * The notices in a cookie's value. Whoever can set cookies could have written it: what comes out is a few short plain
 * texts whatever went in, and nothing at all from what is not ours.
 */
export function decodeNotices(value: string | undefined): readonly Notice[] {
  if (value === undefined || value.length > longestValue) return [];
  try {
    const parsed: unknown = JSON.parse(Buffer.from(value, 'base64url').toString('utf8'));
    return Array.isArray(parsed) ? parsed.slice(0, mostNotices).flatMap(asNotice) : [];
  } catch {
    return [];
  }
}

/** The `Set-Cookie` header that says `notices` on the next page. */
export function setFlashCookie(notices: readonly Notice[], origin: string): string {
  return `${flashCookieName(origin)}=${encodeNotices(notices)}; ${attributes(origin, lifetime)}`;
}

/** The `Set-Cookie` header with which a page that has shown the notices takes them away. */
export function clearFlashCookie(origin: string): string {
  return `${flashCookieName(origin)}=; ${attributes(origin, 0)}`;
}

/**
 * The notices that a request brings along.
 * @param cookieHeader the request's `Cookie` header
 */
export function readFlashCookie(cookieHeader: string | undefined, origin: string): readonly Notice[] {
  const name = `${flashCookieName(origin)}=`;
  const found = (cookieHeader ?? '')
    .split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(name));
  return decodeNotices(found?.slice(name.length));
}
