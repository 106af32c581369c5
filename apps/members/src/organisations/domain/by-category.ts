import { categories, type Category, type Organisation } from './organisation.js';

/** What everybody may know of a member. */
export type ListedMember = Pick<Organisation, 'name' | 'category' | 'kind'>;

/** What people look for an organisation under: not "The", not "Royal Borough of". */
export function sortName(name: string): string {
  return name.replace(/^(?:the|royal borough of|city of)\s+/i, '');
}

const collator = new Intl.Collator('en-GB', { sensitivity: 'base', numeric: true });

export interface CategoryGroup {
  readonly category: Category;
  readonly members: readonly ListedMember[];
}

/** Every category, those without members too, each with its members as people look for them. */
export function byCategory(organisations: readonly ListedMember[]): CategoryGroup[] {
  return categories.map((category) => ({
    category,
    members: organisations
      .filter((organisation) => organisation.category === category)
      .toSorted((a, b) => collator.compare(sortName(a.name), sortName(b.name))),
  }));
}
