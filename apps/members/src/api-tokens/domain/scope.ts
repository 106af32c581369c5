/** The apps that have an API, by the names that scopes use, with what people call them. */
export const scopedApps = {
  'events-calendar': 'Calendar',
  'conference-registration': 'Conferences',
  'exhibition-stands': 'Stands',
  'study-visits': 'Visits',
  members: 'Members',
} as const;

export type ScopedApp = keyof typeof scopedApps;

/** What an API token may do in one app: read, or read and change. */
export interface Scope {
  readonly app: ScopedApp;
  readonly access: 'read' | 'write';
}

export function isScopedApp(text: string): text is ScopedApp {
  return Object.hasOwn(scopedApps, text);
}

/** `events-calendar:write` as a scope; `null` for anything else. */
export function parseScope(text: string): Scope | null {
  const [app = '', access = '', ...more] = text.split(':');
  if (more.length > 0 || !isScopedApp(app) || (access !== 'read' && access !== 'write')) return null;
  return { app, access };
}

/** A scope in words: "Calendar: read and change". */
export function scopeInWords({ app, access }: Scope): string {
  return `${scopedApps[app]}: ${access === 'write' ? 'read and change' : 'read'}`;
}
