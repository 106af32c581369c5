import { QueryFailedError } from 'typeorm';
import { conflict, notFound, unprocessable, type Problem } from '#platform';

/** 404: no organisation has that id. */
export const noSuchOrganisation = (): Problem =>
  notFound('There is no organisation at this address. Look for it in the list of organisations.');

/** 409: the organisation was changed since it was opened; what was written is the person's to keep. */
export const editedMeanwhile = (): Problem =>
  conflict(
    'edited-meanwhile',
    'Somebody changed this organisation after you opened it. Compare their change with yours, then save again.',
  );

/** 422: the name is that of another, however it is written. */
export const nameTaken = (name: string): Problem =>
  unprocessable([
    {
      field: 'name',
      code: 'name-taken',
      message: `“${name}” is on record already. Open that record, or tell the two apart by their names.`,
    },
  ]);

/** 422: mail to the domain belongs to another. */
export const domainTaken = (domain: string, owner: string): Problem =>
  unprocessable([
    {
      field: 'domains',
      code: 'domain-taken',
      message: `${domain} belongs to ${owner} already. A domain can belong to one organisation only.`,
    },
  ]);

/** Which of our unique indexes a statement ran into, if it did. */
function doubled(error: unknown): string | null {
  if (!(error instanceof QueryFailedError)) return null;
  const cause: { code?: unknown; constraint?: unknown } = error.driverError;
  return cause.code === '23505' && typeof cause.constraint === 'string' ? cause.constraint : null;
}

/**
 * Runs what writes an organisation; a name or a domain that somebody else took at the same moment is refused as if it had
 * been taken before.
 *
 * @throws Problem 422 `name-taken`, `domain-taken`
 */
export async function unlessTaken<T>(name: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    const index = doubled(error);
    if (index === 'organisations_name_key_key') throw nameTaken(name);
    if (index === 'organisation_domains_pkey')
      throw domainTaken('One of the domains', 'another organisation');
    throw error;
  }
}
