/**
 * SQL: whether a mail server has refused an address for good.
 *
 * @param address the expression for the address, in any letters
 */
export const isSuppressed = (address: string): string =>
  `EXISTS (SELECT FROM suppressed_addresses AS shut WHERE shut.address = lower(${address}))`;
