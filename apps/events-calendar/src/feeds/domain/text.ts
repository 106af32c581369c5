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
