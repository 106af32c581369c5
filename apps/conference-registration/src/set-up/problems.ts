import { conflict, notFound, Problem } from '#platform';

/** 404: a thing that the conference does not have; one of another conference's looks the same. */
export const noSuchThing = (what: string): Problem =>
  notFound(`There is no such ${what} at this conference. It may have been deleted.`);

/** 409: somebody changed a thing after the person had read it. */
export const editedMeanwhile = (what: string): Problem =>
  conflict('edited-meanwhile', `Somebody changed this ${what} after you opened it. Look at it again.`);

/** Which thing of which conference, and the version of it that the person saw. */
export interface Seen {
  readonly conferenceId: string;
  readonly id: string;
  readonly version: number;
}

/**
 * A thing as the person saw it.
 *
 * @param version the version that they saw
 * @throws Problem 409 `edited-meanwhile`
 */
export function asSeen<Thing extends { readonly version: number }>(
  thing: Thing,
  version: number,
  what: string,
): Thing {
  if (thing.version !== version) throw editedMeanwhile(what);
  return thing;
}

/** What removing a thing came to; `null` when it was gone already, by a first press of the button or by somebody else. */
export async function unlessGone<Result>(work: Promise<Result>): Promise<Result | null> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Problem && error.status === 404) return null;
    throw error;
  }
}
