export const mailingsPath = '/mail/mailings';

/** A mailing, or where it is told how it stands. */
export function mailingPath(id: string, part?: 'progress'): string {
  const path = `${mailingsPath}/${id}`;
  return part === undefined ? path : `${path}/${part}`;
}
