/** Every security-relevant act that the audit log keeps, and how it reads there. */
export const acts = {
  'signed-in': 'Signed in',
  'sign-in-refused': 'Was refused a sign-in',
  'sign-in-link-made': 'Made a link to sign in with',
  'signed-out': 'Signed out',
  'session-ended': 'Ended a session',
  'role-granted': 'Gave a role',
  'role-withdrawn': 'Withdrew a role',
  'acting-started': 'Began to act for a person',
  'acting-stopped': 'Stopped acting for a person',
  'token-made': 'Made an API token',
  'token-revoked': 'Revoked an API token',
  'key-rotated': 'Replaced the signing key',
  exported: 'Exported data',
  'data-downloaded': 'Downloaded what is held on a person',
  'people-merged': 'Merged two records',
  'person-erased': 'Erased a person',
} as const;

export type Act = keyof typeof acts;
