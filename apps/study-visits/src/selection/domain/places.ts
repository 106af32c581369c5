import type { PlaceKind, ReservedKind, Visit } from '../../visits/domain/visit.js';

/** What limits who may come. */
export interface PlaceRules extends Pick<
  Visit,
  'places' | 'organisationLimit' | 'categoryLimits' | 'reserved'
> {
  /** Whether everybody may have a reserved place for which nobody is left who is eligible. */
  readonly releaseUnfilled: boolean;
}

/** Of whom the limits count. */
export interface Grouped {
  /** The same for all of one organisation; `null`: they belong to none, and no limit of organisations concerns them. */
  readonly organisation: string | null;
  /** Of membership; `null`: they have none. */
  readonly category: string | null;
}

/** A limit that staff set aside for one person, with a reason. */
export const liftableLimits = ['organisation', 'category'] as const;

export type LiftableLimit = (typeof liftableLimits)[number];

/** Somebody who has a place, or is offered one. */
export interface Claim extends Grouped {
  readonly countsAs: PlaceKind;
  /** Limits that were set aside for them: they are not counted for those. */
  readonly lifts: readonly LiftableLimit[];
}

/** What is in the way of giving somebody a place. */
export type Obstacle =
  | { readonly code: 'organisation-limit'; readonly most: number }
  | { readonly code: 'category-limit'; readonly category: string; readonly most: number }
  | { readonly code: 'no-place-left'; readonly places: number }
  | { readonly code: 'reserved-full'; readonly kind: ReservedKind; readonly places: number }
  | { readonly code: 'general-full'; readonly places: number; readonly kept: number };

/** Places that are kept for a kind. */
export const reservedFor = ({ reserved }: Pick<PlaceRules, 'reserved'>, kind: ReservedKind): number =>
  reserved.filter((each) => each.kind === kind).reduce((sum, { places }) => sum + places, 0);

/** Places that are kept for all kinds together. */
export const reservedInAll = ({ reserved }: Pick<PlaceRules, 'reserved'>): number =>
  reserved.reduce((sum, { places }) => sum + places, 0);

/** Counts who has a place, so that no limit is exceeded. */
export class PlaceCount {
  private total = 0;
  private readonly byKind = new Map<PlaceKind, number>();
  private readonly byOrganisation = new Map<string, number>();
  private readonly byCategory = new Map<string, number>();

  /** @param claims of those who have places already; they may be more than the rules allow now */
  constructor(
    readonly rules: PlaceRules,
    claims: readonly Claim[] = [],
  ) {
    for (const claim of claims) this.add(claim);
  }

  add({ countsAs, organisation, category, lifts }: Claim): void {
    this.total += 1;
    addOne(this.byKind, countsAs);
    if (organisation !== null && !lifts.includes('organisation')) addOne(this.byOrganisation, organisation);
    if (category !== null && !lifts.includes('category')) addOne(this.byCategory, category);
  }

  /** How many places of the kind are taken. */
  taken(countsAs: PlaceKind): number {
    return this.byKind.get(countsAs) ?? 0;
  }

  /** Which limit of people somebody would exceed; the organisation’s is told first. */
  limitOf({ organisation, category }: Grouped, lifts: readonly LiftableLimit[] = []): Obstacle | null {
    const { organisationLimit: most, categoryLimits } = this.rules;
    if (
      most !== null &&
      organisation !== null &&
      !lifts.includes('organisation') &&
      (this.byOrganisation.get(organisation) ?? 0) >= most
    )
      return { code: 'organisation-limit', most };
    const limit = categoryLimits.find((each) => each.category === category);
    if (
      limit !== undefined &&
      !lifts.includes('category') &&
      (this.byCategory.get(limit.category) ?? 0) >= limit.most
    )
      return { code: 'category-limit', ...limit };
    return null;
  }

  /** Whether a place of the kind is left. */
  placeOf(countsAs: PlaceKind): Obstacle | null {
    const { places, releaseUnfilled } = this.rules;
    if (this.total >= places) return { code: 'no-place-left', places };
    if (countsAs !== 'general') {
      const own = reservedFor(this.rules, countsAs);
      return this.taken(countsAs) < own ? null : { code: 'reserved-full', kind: countsAs, places: own };
    }
    if (releaseUnfilled) return null;
    const kept = reservedInAll(this.rules);
    return this.taken('general') < places - kept
      ? null
      : { code: 'general-full', places: places - kept, kept };
  }

  /** What is in the way of a claim; `null`: it fits. */
  obstacle(claim: Claim): Obstacle | null {
    return this.limitOf(claim, claim.lifts) ?? this.placeOf(claim.countsAs);
  }
}

function addOne<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/**
 * What is the same for all of one organisation: its id or, where it is not known by one, its name however it was typed.
 *
 * @returns `null` for somebody of none
 */
export function organisationKey(id: string | null, name: string | null): string | null {
  if (id !== null) return id;
  const typed = (name ?? '').normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLowerCase();
  return typed === '' ? null : `name:${typed}`;
}
