/** Where everybody finds the visits. */
export const visitsPath = '/visits';

/** Where staff run them. */
export const managePath = '/visits/manage';

/** A visit's own page. */
export const visitPath = (slug: string): string => `${visitsPath}/${encodeURIComponent(slug)}`;

/** A visit as staff see it, or a part of it: `rooms/hotels`. */
export function manageVisitPath(id: string, part?: string): string {
  const path = `${managePath}/${encodeURIComponent(id)}`;
  return part === undefined ? path : `${path}/${part}`;
}
