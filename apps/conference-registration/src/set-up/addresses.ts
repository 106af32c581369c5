import { manageConferencePath, type ConferencePart } from '../manage/addresses.js';

/** What one thing of a conference is called in addresses: `/conference/manage/:id/tickets/:thingId/edit`. */
export const thingPath = (
  conferenceId: string,
  part: ConferencePart,
  thingId: string,
  step: string,
): string => `${manageConferencePath(conferenceId, part)}/${encodeURIComponent(thingId)}/${step}`;

/** Where a thing of its kind is added. */
export const newThingPath = (conferenceId: string, part: ConferencePart): string =>
  `${manageConferencePath(conferenceId, part)}/new`;

/** Where the order of things is changed. */
export const orderPath = (conferenceId: string, part: ConferencePart): string =>
  `${manageConferencePath(conferenceId, part)}/order`;
