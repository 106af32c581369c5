/** Control characters, line separators, halves of surrogate pairs: most texts have none of them. */
const suspects = /[\p{Cc}\p{Cs}\u2028\u2029]/u;
const lineBreaks = /\r\n?|[\v\f\u0085\u2028\u2029]/gu;
const controls = /(?![\n\t])\p{Cc}/gu;
const loneSurrogates = /\p{Cs}/gu;

/**
 * Text as a TEXT value may carry it (RFC 5545 §3.3.11), before escaping: every kind of line break as `\n`, no other
 * control characters but the tab. Unicode's own line separators are turned into `\n` too, because several readers
 * split lines at them; half a surrogate pair cannot be written in UTF-8 and becomes U+FFFD.
 */
export function cleanText(text: string): string {
  if (!suspects.test(text)) return text.trim();
  return text.replace(lineBreaks, '\n').replace(controls, '').replace(loneSurrogates, '\uFFFD').trim();
}

/** {@link cleanText} on one line, for names and titles. `joint` stands where the line breaks were. */
export function cleanLine(text: string, joint = ' '): string {
  const cleaned = cleanText(text);
  return cleaned.includes('\n') ? cleaned.replace(/\s*\n\s*/gu, joint) : cleaned;
}

/**
 * An http(s) address in the form that any reader takes: ASCII, without line breaks or spaces.
 * @returns null when it is no http(s) address.
 */
export function cleanAddress(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
}

/** An address for ical-generator's URL, which escapes `,` `;` and `\` as if the value were TEXT. */
export function guardAddress(address: string): string {
  return address.replaceAll(',', '%2C').replaceAll(';', '%3B').replaceAll('\\', '%5C');
}

/** Plain text as HTML that shows it. */
export function escapeHtml(text: string): string {
  if (!/[&<>"']/u.test(text)) return text;
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
