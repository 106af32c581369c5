import { conflict, notFound, type Problem } from '#platform';

/** 404: a thing that the visit does not have; one of another visit's looks the same. */
export const noSuchThing = (what: string): Problem =>
  notFound(`There is no such ${what} of this visit. It may have been deleted.`);

/** 409: somebody changed a thing after the person had read it. */
export const thingEditedMeanwhile = (what: string): Problem =>
  conflict('edited-meanwhile', `Somebody changed this ${what} after you opened it. Look at it again.`);

/** Which thing of which visit, and the version of it that the person saw. */
export interface SeenThing {
  readonly visitId: string;
  readonly id: string;
  /** `null`: whichever it is. */
  readonly version: number | null;
}

/**
 * A thing as the person saw it.
 *
 * @throws Problem 404; 409 `edited-meanwhile`
 */
export function asSeen<Thing extends { readonly version: number }>(
  thing: Thing | null,
  { version }: Pick<SeenThing, 'version'>,
  what: string,
): Thing {
  if (thing === null) throw noSuchThing(what);
  if (version !== null && thing.version !== version) throw thingEditedMeanwhile(what);
  return thing;
}
