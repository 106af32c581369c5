/**
 * An http(s) address in the form that any reader takes: ASCII, without line breaks or spaces.
 * @returns null when it is no http(s) address.
 */
export function cleanAddress(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
}
