/** What a person may be. `visitor` is whoever has not signed in. */
export const roles = ['visitor', 'person', 'booking-contact', 'board', 'staff', 'admin'] as const;
export type Role = (typeof roles)[number];

/** Who is asking, as `members` vouches for it. */
export interface Identity {
  /** The person's id; `null` for a visitor. */
  readonly personId: string | null;
  /** The name to show, and to record beside what the person did. */
  readonly name: string;
  readonly roles: readonly Role[];
  /** Slugs of the boards the person sits on. */
  readonly boards: readonly string[];
  /** `api` when an API token was used: no browser, so no same-origin check is due. */
  readonly via: 'session' | 'api' | 'none';
}

export const visitor: Identity = {
  personId: null,
  name: 'Visitor',
  roles: ['visitor'],
  boards: [],
  via: 'none',
};

export function isSignedIn(identity: Identity): identity is Identity & { readonly personId: string } {
  return identity.personId !== null;
}

export function isStaff(identity: Identity): boolean {
  return identity.roles.includes('staff') || identity.roles.includes('admin');
}
