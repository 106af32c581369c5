/**
 * What a series' name becomes in addresses: "Carers’ webinars – spring" → `carers-webinars-spring`. Empty when there is
 * neither a plain letter nor a digit in it.
 */
export function seriesSlug(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/['’‘`´ʼ]/g, '')
    .replaceAll('&', ' and ')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 100)
    .replaceAll(/^-+|-+$/g, '');
}
