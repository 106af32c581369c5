import type { Exhibition } from './domain/exhibition.js';

/** Somebody at an address. */
interface Address {
  readonly name: string;
  readonly address: string;
}

/** Where whoever looks after a stand is written to: each address once, in lower case. */
export const addressesOfContacts = ({ contacts }: Pick<Exhibition, 'contacts'>): readonly Address[] => [
  ...new Map(
    contacts.flatMap(({ name, email }): [string, Address][] => {
      if (email === null || email === '') return [];
      const address = email.toLowerCase();
      return [[address, { name, address }]];
    }),
  ).values(),
];
