import { memberPath, ownPath, type OwnPart } from '../addresses.js';
import type { Who } from '../open-member.js';

/** Whose times and details a page is about, and where its parts are: for themselves, or for staff on their behalf. */
export interface SaidPlace {
  readonly who: Who;
  readonly path: (part?: OwnPart) => string;
  readonly isOwn: boolean;
  /** What the way back is called. */
  readonly back: string;
}

export const ownPlace = (secret: string): SaidPlace => ({
  who: { secret },
  path: (part) => ownPath(secret, part),
  isOwn: true,
  back: 'Your times',
});

export const memberPlace = (exhibitionId: string, memberId: string): SaidPlace => ({
  who: { exhibitionId, memberId },
  path: (part) => memberPath(exhibitionId, memberId, part),
  isOwn: false,
  back: 'Back to the person',
});
