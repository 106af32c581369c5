import { listInWords } from '#ui';
import type { ListedRole } from '../domain/people-list.js';
import { affiliationRoles, type AffiliationRole } from '../domain/person.js';
import type { PersonRole } from '../domain/rights.js';
import { grantedRoleInWords } from '../domain/words.js';

export const affiliationRoleWords: Readonly<Record<AffiliationRole, string>> = {
  councillor: 'Councillor',
  officer: 'Officer',
  partner: 'Partner',
};

/** The choices of what somebody is in an organisation. */
export const affiliationRoleChoices = affiliationRoles.map((role) => ({
  value: role,
  text: affiliationRoleWords[role],
}));

const roleWords: Readonly<Record<PersonRole, string>> = {
  person: 'a person',
  'booking-contact': 'a booking contact',
  board: 'a member of a board',
  staff: 'staff',
  admin: 'an administrator',
};

/** "staff and an administrator" */
export function rolesInWords(roles: readonly PersonRole[]): string {
  const told = roles.length > 1 ? roles.filter((role) => role !== 'person') : roles;
  return listInWords(told.map((role) => roleWords[role]));
}

/** What people are looked for as. */
export const listedRoleWords: Readonly<Record<ListedRole, string>> = {
  ...affiliationRoleWords,
  'booking-contact': 'Booking contact',
  ...grantedRoleInWords,
};
