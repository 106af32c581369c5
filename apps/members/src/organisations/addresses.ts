/** Where the staff's pages of the members app begin. */
export const managePath = '/members/manage';

/** Where staff keep organisations. */
export const organisationsPath = `${managePath}/organisations`;

/** Joiners, leavers and numbers by category over time. */
export const numbersPath = `${managePath}/numbers`;

/** An organisation as staff see it, or a page to change it. */
export function organisationPath(id: string, page?: 'edit' | 'category'): string {
  const path = `${organisationsPath}/${encodeURIComponent(id)}`;
  return page === undefined ? path : `${path}/${page}`;
}

/** The page that takes an organisation to another status. */
export function stepPath(id: string, to: string): string {
  return `${organisationPath(id)}/status/${to}`;
}
