import { managePath } from '../managing/addresses.js';

/** Where staff say which event a conference is, when that is not plain. */
export const conferencesPath = `${managePath}/conferences`;

/** Where a conference is linked to an event, or given one of its own. */
export const settleConferencePath = (id: string): string => `${conferencesPath}/${id}`;

/** Where staff change a conference: at conference registration. */
export const changeConferencePath = (id: string): string => `/conference/manage/${id}`;
