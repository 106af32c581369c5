import { visitsPath } from '../visits/addresses.js';

/** Where somebody gives a reference. @param secret theirs alone */
export const referencePath = (secret: string): string =>
  `${visitsPath}/references/${encodeURIComponent(secret)}`;
