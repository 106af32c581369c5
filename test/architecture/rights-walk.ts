import { roles, type Access, type AccessTable, type Role } from '#platform';
import type { Person } from '../events-calendar/signed-in.js';

/** Somebody, or something, that calls routes. */
export interface Caller {
  readonly name: string;
  /** Whose identity token is sent; `null`: none. */
  readonly person: Person | null;
  /** Whether the key that services share is sent. */
  readonly hasKey: boolean;
  /** Where a browser says that the request comes from; `null`: no browser, which says nothing. */
  readonly site: 'same-origin' | 'cross-site' | null;
}

/** What the guard said: `let in` where it said nothing, whatever was then answered. */
export type Verdict =
  | 'let in'
  | 'sign-in-needed'
  | 'lacks the rights'
  | 'read-only'
  | 'for services alone'
  | 'from another site'
  | 'identity-refused'
  | 'failed';

/** What one caller met at one route. */
export interface Met {
  readonly app: string;
  /** As the access table names it. */
  readonly route: string;
  readonly caller: Caller;
  readonly verdict: Verdict;
}

/** Nobody of this id is in any database. */
const id = '00000000-0000-7000-8000-000000000001';
const signedIn = roles.filter((role) => role !== 'visitor');
const allRoles: Person = { id, roles: signedIn };

/** Whoever has one role and no other, each role in turn, and whoever comes otherwise than from our own pages. */
export const callers: readonly Caller[] = [
  { name: 'visitor', person: null, hasKey: false, site: 'same-origin' },
  ...signedIn.map((role): Caller => ({
    name: role,
    person: { id, roles: [role] },
    hasKey: false,
    site: 'same-origin',
  })),
  {
    name: 'token that may only read',
    person: { ...allRoles, via: 'api', access: 'read' },
    hasKey: false,
    site: null,
  },
  { name: 'token that may write', person: { ...allRoles, via: 'api' }, hasKey: false, site: null },
  { name: 'program without a token', person: null, hasKey: false, site: null },
  { name: 'visitor from another site', person: null, hasKey: false, site: 'cross-site' },
  { name: 'all roles from another site', person: allRoles, hasKey: false, site: 'cross-site' },
  { name: 'service', person: null, hasKey: true, site: 'same-origin' },
];

/** A route as the table names it, taken apart, its parameters filled with what leads to nothing. */
export function addressOf(route: string): { readonly method: string; readonly path: string } {
  const [method = '', pattern = ''] = route.split(' ');
  const path = pattern.replaceAll(/:(\w+)/g, (_, name: string) => (/id$/i.test(name) ? id : 'x'));
  return { method, path };
}

/** The sentences of the guard: rules of the use cases refuse with the same code, `forbidden`, and other words. */
const sentences: readonly (readonly [string, Verdict])[] = [
  ['Your account does not have the rights that it needs.', 'lacks the rights'],
  ['This address is for the services of the site alone.', 'for services alone'],
  ['The request came from another site.', 'from another site'],
];

/** @param problem what came as problem+json with a status from 400 on */
export function verdictOf(
  status: number,
  problem: { readonly code?: string; readonly detail?: string },
): Verdict {
  if (status >= 500) return 'failed';
  if (status !== 401 && status !== 403) return 'let in';
  const { code, detail = '' } = problem;
  if (code === 'sign-in-needed' || code === 'read-only' || code === 'identity-refused') return code;
  return sentences.find(([sentence]) => detail.startsWith(sentence))?.[1] ?? 'let in';
}

/** What the table says of a caller; said here once more, as what is compared must not be the guard's own reckoning. */
function expected(access: Access, route: string, { person, hasKey, site }: Caller): Verdict {
  const reads = route.startsWith('GET ');
  if (access === 'services') return hasKey ? 'let in' : 'for services alone';
  if (access === 'link-from-anywhere') return 'let in';
  if (access === 'link') return reads || site !== 'cross-site' ? 'let in' : 'from another site';
  const held: readonly Role[] = person?.roles ?? ['visitor'];
  if (access !== 'everyone' && !access.some((role) => held.includes(role))) {
    return person === null ? 'sign-in-needed' : 'lacks the rights';
  }
  if (reads) return 'let in';
  if (person?.access === 'read') return 'read-only';
  return site === 'same-origin' || person?.via === 'api' ? 'let in' : 'from another site';
}

/** What one route of an app was met with, in the order of the walk. */
interface Line {
  readonly name: string;
  readonly app: string;
  readonly route: string;
  readonly met: readonly Met[];
  /** What was found before, by what a table said: tables that differ in one line are compared thousands of times. */
  readonly found: Map<Access | undefined, string | null>;
}

/** The walk by routes. */
export function byLine(walk: readonly Met[]): readonly Line[] {
  const grouped = Map.groupBy(walk, ({ app, route }) => `${app}: ${route}`);
  return [...grouped].flatMap(([name, met]) => {
    const [first] = met;
    return first ? [{ name, app: first.app, route: first.route, met, found: new Map() }] : [];
  });
}

/** What is wrong with a line, if that is what the table says of it; `null`: nothing. */
function faultsOf(access: Access | undefined, met: readonly Met[]): string | null {
  if (access === undefined) return 'is not in the table';
  const faults = met.flatMap(({ route, caller, verdict }) => {
    const right = expected(access, route, caller);
    return verdict === right ? [] : [`${caller.name} met “${verdict}”, not “${right}”`];
  });
  return faults.length === 0 ? null : faults.join('; ');
}

function knownFaultsOf({ met, found }: Line, access: Access | undefined): string | null {
  const known = found.get(access);
  if (known !== undefined) return known;
  const faults = faultsOf(access, met);
  found.set(access, faults);
  return faults;
}

/**
 * Where the walk met something else than the table says.
 *
 * @param tables each app's, by its name
 * @returns a sentence for each line of a table that is not as it was met, in the order of the walk
 */
export function disagreements(tables: ReadonlyMap<string, AccessTable>, lines: readonly Line[]): string[] {
  return lines.flatMap((line) => {
    const faults = knownFaultsOf(line, tables.get(line.app)?.[line.route]);
    return faults === null ? [] : [`${line.name} ${faults}`];
  });
}
