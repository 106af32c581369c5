import type { Person } from './person.js';

/** Whoever wants to do something to a person's record. */
export interface Asker {
  readonly personId: string | null;
  readonly roles: readonly string[];
}

type Subject = Pick<Person, 'id' | 'grants'>;

const isStaff = ({ roles }: Asker): boolean => roles.includes('staff') || roles.includes('admin');
const isAdmin = ({ roles }: Asker): boolean => roles.includes('admin');
const hasRights = ({ grants }: Subject): boolean => grants.length > 0;

/** What keeps somebody from doing something, as a sentence for them; `null` when nothing does. */
export type Objection = string | null;

const staffOnly = 'Only the network’s staff can do this.';

/** To what is said of the person: staff, and the person themselves. */
export function objectionToEditing(asker: Asker, person: Subject): Objection {
  return isStaff(asker) || asker.personId === person.id ? null : staffOnly;
}

/** To where the person belongs: organisations and boards. */
export function objectionToPlacing(asker: Asker): Objection {
  return isStaff(asker) ? null : staffOnly;
}

/**
 * To the person's addresses. Whoever reads an address can sign in with it, so staff could make themselves an admin by
 * giving an admin's record an address of their own.
 */
export function objectionToAddressing(asker: Asker, person: Subject): Objection {
  if (asker.personId === person.id || isAdmin(asker)) return null;
  if (!isStaff(asker)) return staffOnly;
  return hasRights(person)
    ? 'The addresses of staff are changed by themselves or by an administrator, because they sign in with them.'
    : null;
}

/** To giving the person a role, or withdrawing it. */
export function objectionToGranting(asker: Asker, person: Subject): Objection {
  if (!isAdmin(asker)) return 'Only an administrator can give and withdraw roles.';
  return asker.personId === person.id ? 'Nobody changes their own roles. Ask another administrator.' : null;
}

/** To making one record of two: all that belongs to one may then be used by whoever signs in as the other. */
export function objectionToMerging(asker: Asker, a: Subject, b: Subject): Objection {
  if (!isStaff(asker)) return staffOnly;
  return (hasRights(a) || hasRights(b)) && !isAdmin(asker)
    ? 'One of them is staff or an administrator, so only an administrator can merge the records.'
    : null;
}

/** To acting for the person. */
export function objectionToActing(asker: Asker, person: Subject): Objection {
  if (!isStaff(asker)) return staffOnly;
  if (asker.personId === person.id) return 'You are this person already.';
  return hasRights(person)
    ? 'Nobody acts for staff or administrators: they look after their own affairs.'
    : null;
}
