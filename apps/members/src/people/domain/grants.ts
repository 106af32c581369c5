import type { Temporal } from 'temporal-polyfill';
import { accepted, refuse, type Checked } from '#checks';
import { grantedRoles, type GrantedRole, type Person } from './person.js';

/** The person with the role. @param by a person's id; `null`: by the command line */
export function grantRole(
  person: Person,
  role: string,
  now: Temporal.Instant,
  by: string | null,
): Checked<Person> {
  const wanted = grantedRoles.find((one) => one === role);
  if (!wanted) return refuse('role', 'unknown-choice', 'Choose a role.');
  if (hasGrant(person, wanted)) return accepted(person);
  return accepted({
    ...person,
    grants: [...person.grants, { role: wanted, grantedAt: now, grantedBy: by }],
  });
}

/** The person without the role. @param isLastAdmin whether nobody else is an admin */
export function withdrawRole(person: Person, role: string, isLastAdmin: boolean): Checked<Person> {
  if (role === 'admin' && isLastAdmin && hasGrant(person, 'admin')) {
    return refuse(
      'role',
      'last-admin',
      'Nobody else is an administrator, and there must be one. Make somebody else an administrator first.',
    );
  }
  return accepted({ ...person, grants: person.grants.filter((grant) => grant.role !== role) });
}

export function hasGrant({ grants }: Pick<Person, 'grants'>, role: GrantedRole): boolean {
  return grants.some((grant) => grant.role === role);
}
