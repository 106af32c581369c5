import { manageVisitPath, visitPath, visitsPath } from '../visits/addresses.js';

/** How places are given, and who has one, for everybody. */
export const selectionPath = (slug: string): string => `${visitPath(slug)}/selection`;

/** The selection as staff run it, or a part of it. */
export const manageSelectionPath = (visitId: string, part?: string): string =>
  manageVisitPath(visitId, part === undefined ? 'selection' : `selection/${part}`);

/** What somebody is asked to score: all, a visit’s, or one application. */
export const assessPath = (visitId?: string, applicationId?: string): string =>
  [`${visitsPath}/assess`, visitId, applicationId].filter((part) => part !== undefined).join('/');
