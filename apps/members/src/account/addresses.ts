/** Where a person looks after their own record, sign-ins and tokens. */
export const accountPath = '/members/account';
