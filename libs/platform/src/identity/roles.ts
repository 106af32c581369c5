import type { Role } from './identity.js';

/** Who runs what the network does. */
export const staffRoles: readonly Role[] = ['staff', 'admin'];

/** Whoever is signed in. */
export const signedInRoles: readonly Role[] = ['person', 'booking-contact', 'board', ...staffRoles];
