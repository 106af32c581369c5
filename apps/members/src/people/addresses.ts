/** Where the staff's list of people is. */
export const peoplePath = '/members/manage/people';

/** Where the staff see who sits on the boards. */
export const boardsPath = '/members/manage/boards';

/** What can be done with a person's record, each on a page of its own. */
export type PersonStep =
  | 'edit'
  | 'emails/new'
  | 'emails/primary'
  | 'emails/remove'
  | 'organisations/new'
  | 'seats/new'
  | 'roles'
  | 'merge'
  | 'act'
  | 'erase';

/** The person as staff see them, or a step of their record. */
export function personPath(id: string, step?: PersonStep): string {
  const path = `${peoplePath}/${encodeURIComponent(id)}`;
  return step === undefined ? path : `${path}/${step}`;
}

/** What the person is in one organisation, or the page that ends it. */
export function affiliationPath(id: string, organisationId: string, step?: 'end'): string {
  const path = `${personPath(id)}/organisations/${encodeURIComponent(organisationId)}`;
  return step === undefined ? path : `${path}/${step}`;
}

/** One seat of the person, or the page that takes it back. */
export function seatPath(id: string, seatId: string, step?: 'remove'): string {
  const path = `${personPath(id)}/seats/${encodeURIComponent(seatId)}`;
  return step === undefined ? path : `${path}/${step}`;
}

/** The page that compares two records before they become one. @param keepId the one that goes on */
export function comparePath(keepId: string, goneId: string): string {
  return `${personPath(keepId, 'merge')}/${encodeURIComponent(goneId)}`;
}

/** The page on which an address of the person is removed, or becomes the one that mail goes to. */
export function emailPath(id: string, address: string, step: 'primary' | 'remove'): string {
  return `${personPath(id, `emails/${step}`)}?${new URLSearchParams({ address }).toString()}`;
}

/** Where people put right what is said of themselves. */
export const ownDetailsPath = '/members/account/details';
