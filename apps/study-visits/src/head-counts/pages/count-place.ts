import { ownTravelPath } from '../../travellers/addresses.js';
import type { Visit } from '../../visits/domain/visit.js';
import { ownCountsPath, staffCountsPath } from '../addresses.js';
import type { CountAsker } from '../counts.js';

/** From where somebody counts: the pages of staff, or those of their own link. */
export interface CountPlace {
  readonly asker: CountAsker;
  /** The address of all counts; that of one follows it. */
  readonly base: string;
  /** Where one goes from the list. */
  readonly back: { readonly href: string; readonly text: string };
  /** Whether steps are written and items chosen here. */
  readonly isStaff: boolean;
}

/** The place of somebody who leads the visit. */
export const ownPlace = (secret: string): CountPlace => ({
  asker: { secret },
  base: ownCountsPath(secret),
  back: { href: ownTravelPath(secret), text: 'Your visit' },
  isStaff: false,
});

/** The place of staff. */
export const staffPlace = (
  asker: Extract<CountAsker, { readonly actor: unknown }>,
  back: CountPlace['back'],
): CountPlace => ({ asker, base: staffCountsPath(asker.visitId), back, isStaff: true });

/** What a page is called in the browser. */
export const titleOf = (heading: string, visit: Pick<Visit, 'title'>): string => `${heading}: ${visit.title}`;
