/** The page that shows how far an erasure has come. What the address ends with is a secret. */
export const receiptPath = (receipt: string): string => `/members/erasures/${receipt}`;
