/**
 * What rules are about: passports, the length of a stay, what happens at the border, authorisations to be had beforehand, and whom
 * one rings there in an emergency.
 */
export const ruleKinds = ['passport', 'stay', 'border', 'authorisation', 'emergency'] as const;

export type RuleKind = (typeof ruleKinds)[number];

/** From when the months count that a passport has to be valid for. */
export const countedFroms = ['leaving', 'entry'] as const;

export type CountedFrom = (typeof countedFroms)[number];

/** What is demanded of a passport. */
export interface PassportDemands {
  /** `false`: no passport is needed to go there, and nothing else here counts. */
  readonly needed: boolean;
  /** Issued less than so many years before entry; `null`: whenever. */
  readonly issuedWithinYears: number | null;
  /** Valid for so many months after leaving or entry; 0: on that day. */
  readonly validMonths: number;
  readonly countedFrom: CountedFrom;
}

/** How long somebody may stay. */
export interface StayDemands {
  readonly days: number;
  /** So many days in any period of this many. */
  readonly withinDays: number;
}

/** What is done at the border, such as the EES. */
export interface BorderDemands {
  readonly name: string;
}

export const authorisationStates = ['not-open', 'recommended', 'required'] as const;

export type AuthorisationState = (typeof authorisationStates)[number];

/** What has to be applied for before leaving, such as the ETIAS. */
export interface AuthorisationDemands {
  readonly name: string;
  readonly state: AuthorisationState;
  /** In words: "€20, valid for three years". */
  readonly cost: string;
}

/** Whom one rings in an emergency. */
export interface EmergencyCall {
  /** "112" */
  readonly number: string;
  /** In words: "police, fire and ambulance". */
  readonly services: string;
}

/** A rule's kind with its figures. */
export type RuleContent =
  | { readonly kind: 'passport'; readonly data: PassportDemands }
  | { readonly kind: 'stay'; readonly data: StayDemands }
  | { readonly kind: 'border'; readonly data: BorderDemands }
  | { readonly kind: 'authorisation'; readonly data: AuthorisationDemands }
  | { readonly kind: 'emergency'; readonly data: EmergencyCall };

/** A rule of a border as staff keep it. */
export type Rule = RuleContent & {
  readonly id: string;
  /** The {@link CountryGroup} that one travels to. */
  readonly destination: string;
  /** The group whose nationals it is for; `null`: everybody for whom there is no rule of their own. */
  readonly nationals: string | null;
  /** ISO; it counts for whoever enters on this day or later, until a rule with a later day does. */
  readonly validFrom: string;
};

/** Countries for which the same holds. */
export interface CountryGroup {
  /** `schengen` */
  readonly code: string;
  /** ISO 3166-1, two letters. */
  readonly countries: readonly string[];
}

/** Which rule is asked for. */
export interface RuleQuestion {
  /** ISO 3166-1, two letters. */
  readonly country: string;
  /** ISO 3166-1, two letters; `null`: not known, so the rule for everybody else counts. */
  readonly nationality: string | null;
  /** ISO. */
  readonly entry: string;
}

/**
 * The rule of a kind that counts for somebody who enters a country on a day: that of their own nationals before that for everybody
 * else, that of fewer countries before that of more, and of those the last to have become valid by then.
 *
 * @returns `null` where there is none
 */
export function ruleFor<Kind extends RuleKind>(
  kind: Kind,
  rules: readonly Rule[],
  groups: readonly CountryGroup[],
  { country, nationality, entry }: RuleQuestion,
): Extract<Rule, { kind: Kind }> | null {
  const countriesOf = (code: string) => groups.find((group) => group.code === code)?.countries ?? [];
  const isOwn = ({ nationals }: Rule) =>
    nationals !== null && nationality !== null && countriesOf(nationals).includes(nationality);
  const [best] = rules
    .filter((rule): rule is Extract<Rule, { kind: Kind }> => rule.kind === kind)
    .filter(
      (rule) =>
        rule.validFrom <= entry &&
        countriesOf(rule.destination).includes(country) &&
        (rule.nationals === null || isOwn(rule)),
    )
    .toSorted(
      (one, other) =>
        Number(isOwn(other)) - Number(isOwn(one)) ||
        countriesOf(one.destination).length - countriesOf(other.destination).length ||
        compare(other.validFrom, one.validFrom) ||
        compare(other.id, one.id),
    );
  return best ?? null;
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
