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
  /** The member of staff who acts for the person; `null` when it is the person. */
  readonly actor: ActingPerson | null;
  /** Whether anything may be changed; `false` for an API token that may only read. */
  readonly mayWrite: boolean;
  /** The session or the API token that the request came with; `null` for a visitor. */
  readonly sessionId: string | null;
  /**
   * `confirmed`: `members` vouches for the person. `none`: nobody is signed in. `unavailable`: somebody may be, but
   * `members` cannot be asked, so they count as a visitor for now.
   */
  readonly state: 'confirmed' | 'none' | 'unavailable';
}

/** Whoever really sits at the keyboard while acting for another. */
export interface ActingPerson {
  readonly personId: string;
  readonly name: string;
}

export const visitor: Identity = {
  personId: null,
  name: 'Visitor',
  roles: ['visitor'],
  boards: [],
  via: 'none',
  actor: null,
  mayWrite: true,
  sessionId: null,
  state: 'none',
};

/** A visitor who may well be signed in, which cannot be confirmed at the moment. */
export const unconfirmed: Identity = { ...visitor, state: 'unavailable' };

/**
 * What a service does by itself, such as loading demonstration data, for histories and the audit log.
 *
 * @param name as it is recorded: "Demonstration data"
 */
export function byItself(name: string): Identity {
  return { ...visitor, name, roles: [] };
}

export function isSignedIn(identity: Identity): identity is Identity & { readonly personId: string } {
  return identity.personId !== null;
}

export function isStaff(identity: Identity): boolean {
  return identity.roles.includes('staff') || identity.roles.includes('admin');
}

/** The name to record beside what was done: "Sam Staff, for Xiu Example" where staff acted for somebody. */
export function nameOfActor({ actor, name }: Pick<Identity, 'actor' | 'name'>): string {
  return actor === null ? name : `${actor.name}, for ${name}`;
}
