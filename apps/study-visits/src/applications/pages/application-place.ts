import { offerByLinkPath, ownOfferPath } from '../../offers/addresses.js';
import { linkPath, minePath, ownApplicationPath, type ApplicationPart } from '../addresses.js';
import type { Who } from '../open-application.js';

/** Where an application is looked after: by its own link, or by somebody who is signed in. */
export interface ApplicationPlace {
  readonly who: Who;
  /** The application’s own page, or a part of it. */
  readonly path: (part?: ApplicationPart) => string;
  /** The offer of a place, where there is one. */
  readonly offerPath: string;
  /** Where one goes back to from the application’s own page; `null`: there is nothing before it. */
  readonly back: { readonly href: string; readonly text: string } | null;
}

export const linkPlace = (secret: string): ApplicationPlace => ({
  who: { secret },
  path: (part) => linkPath(secret, part),
  offerPath: offerByLinkPath(secret),
  back: null,
});

export const signedInPlace = (personId: string, applicationId: string): ApplicationPlace => ({
  who: { personId, applicationId },
  path: (part) => ownApplicationPath(applicationId, part),
  offerPath: ownOfferPath(applicationId),
  back: { href: minePath, text: 'Your visits' },
});
