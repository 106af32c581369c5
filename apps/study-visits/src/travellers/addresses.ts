/** A traveller's own page, by their link, or a part of it: `rooming`. */
export function ownTravelPath(secret: string, part?: string): string {
  const path = `/visits/travellers/${secret}`;
  return part === undefined ? path : `${path}/${part}`;
}
