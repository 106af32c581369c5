import type { Role } from '#platform';

/** Who runs the stands. */
export const staff: readonly Role[] = ['staff', 'admin'];

/** Whoever is signed in. */
export const people: readonly Role[] = ['person', 'booking-contact', 'board', ...staff];
