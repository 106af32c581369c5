import type { Rights } from '../../people/domain/rights.js';

/** What nobody gains by acting for somebody who has it. */
const notByActing: ReadonlySet<string> = new Set(['staff', 'admin']);

/** What a member of staff may do while they act for the person: what the person may as a member, and no more. */
export function rightsWhileActing(rights: Rights): Rights {
  return { ...rights, roles: rights.roles.filter((role) => !notByActing.has(role)) };
}
