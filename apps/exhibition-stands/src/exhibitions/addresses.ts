/** Where everybody finds the exhibitions. */
export const standsPath = '/stands';

/** Where staff run them. */
export const managePath = '/stands/manage';

/** An exhibition's own page. */
export const exhibitionPath = (slug: string): string => `${standsPath}/${encodeURIComponent(slug)}`;

/** An exhibition as staff see it, or a part of it: `rota/settings`. */
export function manageExhibitionPath(id: string, part?: string): string {
  const path = `${managePath}/${encodeURIComponent(id)}`;
  return part === undefined ? path : `${path}/${part}`;
}
