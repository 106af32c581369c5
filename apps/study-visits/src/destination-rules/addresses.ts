import { managePath } from '../visits/addresses.js';

/** Rules of borders, for staff. */
export const rulesPath = `${managePath}/rules`;

/** One of them, or what is done with it: `remove`. */
export const rulePath = (id: string, part?: string): string =>
  `${rulesPath}/${encodeURIComponent(id)}${part === undefined ? '' : `/${part}`}`;

/** Which countries are in a group. */
export const groupPath = (code: string): string => `${rulesPath}/groups/${encodeURIComponent(code)}`;

/** What a change of the rules did. */
export const ruleChangePath = (id: string): string => `${rulesPath}/changes/${encodeURIComponent(id)}`;
