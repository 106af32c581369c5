/** The categories of membership, in the order in which the network names them. */
export const categories = ['full', 'associate', 'affiliate', 'supporter'] as const;
export type Category = (typeof categories)[number];

export interface Organisation {
  readonly name: string;
  readonly category: Category;
  readonly kind: string;
  /** ISO date, when it is known. */
  readonly joinedOn: string | null;
}

/** What people look for an organisation under: not "The", not "Royal Borough of". */
export function sortName(name: string): string {
  return name.replace(/^(?:the|royal borough of|city of)\s+/i, '');
}

const collator = new Intl.Collator('en-GB', { sensitivity: 'base', numeric: true });

export interface CategoryGroup {
  readonly category: Category;
  readonly members: readonly Organisation[];
}

/** Every category, those without members too, each with its members as people look for them. */
export function byCategory(organisations: readonly Organisation[]): CategoryGroup[] {
  return categories.map((category) => ({
    category,
    members: organisations
      .filter((organisation) => organisation.category === category)
      .toSorted((a, b) => collator.compare(sortName(a.name), sortName(b.name))),
  }));
}
