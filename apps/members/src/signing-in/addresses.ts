/** Where people sign in. */
export const signInPath = '/members/sign-in';

/** Where the browser waits that asked. */
export const askedPath = `${signInPath}/asked`;

/** Where somebody whom nobody knows yet makes a record of their own. */
export const ownRecordPath = `${signInPath}/own-record`;

export const signOutPath = '/members/sign-out';

/** The page of a link; only the mail that it is sent in holds its token. */
export const linkPath = (token: string): string => `${signInPath}/${token}`;

/** The form to ask, filled in. */
export function askPath(address: string, returnPath = '/'): string {
  const query = new URLSearchParams({ address, ...(returnPath !== '/' && { return: returnPath }) });
  return `${signInPath}?${query}`;
}
