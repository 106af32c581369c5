import { access } from '../../../apps/study-visits/src/access.js';

/** What a secret in a link is for. */
export const linkKinds = [
  'traveller',
  'driver',
  'host',
  'interpreter',
  'feed',
  'application',
  'reference',
] as const;

export type LinkKind = (typeof linkKinds)[number];

/** Where each kind of secret leads; said here once more, as what is compared must not be what answers. */
const prefixes: Readonly<Record<string, LinkKind>> = {
  '/visits/travellers/:secret': 'traveller',
  '/api/v1/study-visits/traveller-links/:secret': 'traveller',
  '/api/v1/study-visits/travellers/:secret': 'traveller',
  '/visits/drivers/:secret': 'driver',
  '/api/v1/study-visits/driver-links/:secret': 'driver',
  '/visits/hosts/:secret': 'host',
  '/api/v1/study-visits/host-links/:secret': 'host',
  '/visits/interpreters/:secret': 'interpreter',
  '/api/v1/study-visits/interpreter-links/:secret': 'interpreter',
  '/visits/feeds/:file': 'feed',
  '/visits/applications/:secret': 'application',
  '/api/v1/study-visits/application-links/:secret': 'application',
  '/visits/references/:secret': 'reference',
  '/api/v1/study-visits/reference-links/:secret': 'reference',
};

/** What anybody may read, though its address has a name or a number in it. */
const forAnybody: readonly RegExp[] = [
  /^\/visits\/assets\/:name$/,
  /^\/visits\/:slug(\/|$)/,
  /^\/api\/v1\/study-visits\/visits\/:id(\/(application-links|learning|selection))?$/,
  // Whoever shows a certificate has it checked by its number.
  /^\/api\/v1\/study-visits\/certificates\/:number$/,
];

/** What somebody who is signed in does for themselves: whose it is does not stand in the address. */
const forThemselves: readonly RegExp[] = [
  /^\/visits\/:slug\/apply-for-colleagues$/,
  /^\/api\/v1\/study-visits\/visits\/:id\/(my-application|colleagues)$/,
];

/** An address that a secret in it gives the right to. */
export interface LinkedRoute {
  /** As the access table names it. */
  readonly route: string;
  readonly method: string;
  readonly pattern: string;
  readonly kind: LinkKind;
}

/** An address of somebody who is signed in, with the id of something in it. */
export interface OwnRoute {
  readonly route: string;
  readonly method: string;
  readonly pattern: string;
  /** Whose: an organisation's, an applicant's own, an assessor's. */
  readonly of: 'organisation' | 'application' | 'assessment';
}

interface Sorted {
  readonly linked: readonly LinkedRoute[];
  readonly own: readonly OwnRoute[];
  /** Addresses with something in them of which it is said nowhere here whose it is. */
  readonly unknown: readonly string[];
}

/** All addresses of the app by what gives the right to them, so that a new one cannot be forgotten. */
export function sortRoutes(table: Readonly<Record<string, unknown>> = access): Sorted {
  const linked: LinkedRoute[] = [];
  const own: OwnRoute[] = [];
  const unknown: string[] = [];
  for (const [route, allowed] of Object.entries(table)) {
    const [method = '', pattern = ''] = route.split(' ');
    const isForStaff = Array.isArray(allowed) && !allowed.includes('person');
    if (!pattern.includes(':') || isForStaff || allowed === 'services') continue;
    const prefix = Object.keys(prefixes).find((each) => pattern === each || pattern.startsWith(`${each}/`));
    const kind = prefix === undefined ? undefined : prefixes[prefix];
    const of = ownerOf(pattern);
    if (kind !== undefined) linked.push({ route, method, pattern, kind });
    else if (Array.isArray(allowed) && of !== null) own.push({ route, method, pattern, of });
    else if (!(Array.isArray(allowed) ? forThemselves : forAnybody).some((each) => each.test(pattern)))
      unknown.push(route);
  }
  return { linked, own, unknown };
}

function ownerOf(pattern: string): OwnRoute['of'] | null {
  if (/\/organisations?\/:organisationId/.test(pattern)) return 'organisation';
  if (/\/(mine\/applications|my-applications|offers)\/:/.test(pattern)) return 'application';
  return /\/(assess|assessments)\/:visitId/.test(pattern) ? 'assessment' : null;
}

/** Fills what stands in an address beside the secret with what could be there. */
export const filled = (pattern: string, given: Readonly<Record<string, string>>): string =>
  pattern.replaceAll(/:(\w+)/g, (_, name: string) => given[name] ?? usual[name] ?? nobody);

const nobody = '00000000-0000-7000-8000-000000000001';

const usual: Readonly<Record<string, string>> = {
  day: '2035-03-12',
  item: 'insurance',
  part: 'about',
  question: 'why',
};
