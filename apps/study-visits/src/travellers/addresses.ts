import { organisationPath } from '../applications/addresses.js';

/** Where whoever books for an organisation changes something about a traveller of theirs. */
export const organisationTravellerPath = (
  organisationId: string,
  travellerId: string,
  part: 'withdraw' | 'replace',
): string => `${organisationPath(organisationId)}/travellers/${travellerId}/${part}`;

/** A traveller's own page, by their link, or a part of it: `rooming`. */
export function ownTravelPath(secret: string, part?: string): string {
  const path = `/visits/travellers/${secret}`;
  return part === undefined ? path : `${path}/${part}`;
}
