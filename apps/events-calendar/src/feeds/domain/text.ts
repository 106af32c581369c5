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
