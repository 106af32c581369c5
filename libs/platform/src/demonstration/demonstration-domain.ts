/**
 * The made-up domain of an organisation's people in the demonstration: `oldham-council.example.org` (RFC 2606 §3).
 *
 * @param name the organisation's
 */
export function demonstrationDomain(name: string): string {
  const slug = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replaceAll(/^-|-$/g, '');
  return `${slug}.example.org`;
}
