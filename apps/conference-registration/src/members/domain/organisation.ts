import type { Temporal } from 'temporal-polyfill';

/** What prices go by: the categories of membership, and everybody else. */
export const categories = ['full', 'associate', 'affiliate', 'supporter', 'non-member'] as const;
export type Category = (typeof categories)[number];

/** As people read them; an organisation is "a full member". */
export const categoryTitles: Readonly<Record<Category, string>> = {
  full: 'Full member',
  associate: 'Associate member',
  affiliate: 'Affiliate member',
  supporter: 'Supporter',
  'non-member': 'Non-member',
};

/** "full member" */
export const categoryInSentence = (category: Category): string => categoryTitles[category].toLowerCase();

/** An organisation's membership, as `members` last told of it. Days are ISO dates. */
export interface Membership {
  /** As it is told; {@link categoryOn} says what counts. */
  readonly category: string;
  readonly status: string;
  readonly joinedOn: string | null;
  /** While it is leaving the day on which it will have left. */
  readonly leftOn: string | null;
}

/** The discount agreed with an organisation: off the price of its category. */
export interface Discounted extends Membership {
  /** `endsOn` is its last day, `null`: it has no end; `null`: none was agreed. */
  readonly discount: { readonly percent: number; readonly endsOn: string | null } | null;
}

/**
 * The states in which an organisation belongs to the network: one that is leaving does so until the day on which it will
 * have left, one in special circumstances is retained.
 */
const belonging: ReadonlySet<string> = new Set(['member', 'leaving', 'retained']);

const isCategory = (text: string): text is Category => categories.some((category) => category === text);

/**
 * The category whose prices an organisation pays on a day, as far as is known today: a change of category that has been
 * counts for all days, and one that is to come is not known yet.
 *
 * @param organisation `null`: a guest, or one that nobody has told of
 * @param on in the network's own zone
 */
export function categoryOn(organisation: Membership | null, on: Temporal.PlainDate): Category {
  if (organisation === null || !belonging.has(organisation.status)) return 'non-member';
  const { category, joinedOn, leftOn } = organisation;
  // ISO dates sort as text.
  const day = on.toString();
  const isMember = (joinedOn === null || joinedOn <= day) && (leftOn === null || day < leftOn);
  return isMember && isCategory(category) ? category : 'non-member';
}

/**
 * The discount, in per cent, that was agreed with an organisation and holds on a day; 0: none. It is one off its category's
 * price, so whoever is no member that day has none.
 *
 * @param on in the network's own zone
 */
export function discountOn(organisation: Discounted | null, on: Temporal.PlainDate): number {
  const discount = organisation?.discount;
  if (!discount || categoryOn(organisation, on) === 'non-member') return 0;
  return discount.endsOn === null || on.toString() <= discount.endsOn ? discount.percent : 0;
}
