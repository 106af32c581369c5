/** Where a person looks after their own record, sign-ins and tokens. */
export const accountPath = '/members/account';

/** Where they are signed in. */
export const sessionsPath = `${accountPath}/sessions`;

/** What their programs sign in with. */
export const tokensPath = `${accountPath}/tokens`;
