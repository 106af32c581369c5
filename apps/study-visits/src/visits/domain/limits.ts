import {
  accepted,
  checkChoice,
  checkOptionalWhole,
  checkWhole,
  problemsOf,
  refuse,
  refused,
  type Checked,
  type FieldProblem,
} from '#checks';
import {
  memberCategories,
  reservedKinds,
  type CategoryLimit,
  type MemberCategory,
  type ReservedKind,
  type ReservedPlaces,
  type Visit,
} from './visit.js';

/** More places than this are a conference. */
const mostPlaces = 500;

/** How many can come, and who. */
export type Limits = Pick<
  Visit,
  'places' | 'organisationLimit' | 'categoryLimits' | 'reserved' | 'fundedPlaces'
>;

/** The same as a form or a program gives it: numbers as typed. */
export interface LimitsInput {
  readonly places: string;
  /** Blank: no limit. */
  readonly organisationLimit: string;
  /** Blank: no limit for the category. */
  readonly categoryLimits: readonly { readonly category: string; readonly most: string }[];
  /** In the order in which they are filled; blank or 0: none reserved. */
  readonly reserved: readonly { readonly kind: string; readonly places: string }[];
  readonly fundedPlaces: string;
}

/** Checks and tidies it: all problems, each at its field; those of lists at `categoryLimits.full` and `reserved.press`. */
export function checkLimits(input: LimitsInput): Checked<Limits> {
  const places = checkWhole(input.places, 'places', {
    what: 'the number of places',
    least: 1,
    most: mostPlaces,
  });
  const organisationLimit = checkOptionalWhole(input.organisationLimit, 'organisationLimit', {
    what: 'the most from one organisation',
    least: 1,
    most: mostPlaces,
  });
  const categoryLimits = checkCategories(input.categoryLimits);
  const reserved = checkReserved(input.reserved);
  const fundedPlaces = checkWhole(
    input.fundedPlaces.trim() === '' ? '0' : input.fundedPlaces,
    'fundedPlaces',
    {
      what: 'the number of funded places',
      least: 0,
      most: mostPlaces,
    },
  );
  if (!places.ok || !organisationLimit.ok || !categoryLimits.ok || !reserved.ok || !fundedPlaces.ok) {
    return refused(...problemsOf(places, organisationLimit, categoryLimits, reserved, fundedPlaces));
  }
  const limits = {
    places: places.value,
    organisationLimit: organisationLimit.value,
    categoryLimits: categoryLimits.value,
    reserved: reserved.value,
    fundedPlaces: fundedPlaces.value,
  };
  const problems = tooMany(limits);
  return problems.length === 0 ? accepted(limits) : refused(...problems);
}

/** What there is more of than places. */
function tooMany({ places, organisationLimit, categoryLimits, reserved, fundedPlaces }: Limits) {
  const sum = reserved.reduce((all, each) => all + each.places, 0);
  const last = reserved.at(-1);
  const more = (field: string, words: string) => ({ field, code: 'more-than-places', message: words });
  return [
    organisationLimit !== null &&
      organisationLimit > places &&
      more(
        'organisationLimit',
        `There are ${places} places in all. Enter ${places} or fewer, or leave it blank.`,
      ),
    ...categoryLimits.map(
      ({ category, most }) =>
        most > places &&
        more(
          `categoryLimits.${category}`,
          `There are ${places} places in all. Enter fewer, or leave it blank.`,
        ),
    ),
    last !== undefined &&
      sum > places &&
      more(
        `reserved.${last.kind}`,
        reserved.length === 1
          ? `There are ${places} places in all, so no more than that can be reserved.`
          : `${sum} places would be reserved, and there are ${places} in all. Reserve fewer.`,
      ),
    fundedPlaces > places &&
      more('fundedPlaces', `There are ${places} places in all, so no more than that can be funded.`),
  ].filter((problem) => problem !== false);
}

function checkCategories(input: LimitsInput['categoryLimits']): Checked<readonly CategoryLimit[]> {
  const checks = input.map(({ category, most }) => {
    const which = checkChoice<MemberCategory>(
      category,
      memberCategories,
      'categoryLimits',
      'A limit is for a category of members.',
    );
    const limit = checkOptionalWhole(most, which.ok ? `categoryLimits.${which.value}` : 'categoryLimits', {
      what: 'the most of this category',
      least: 0,
      most: mostPlaces,
    });
    return which.ok && limit.ok
      ? accepted({ category: which.value, most: limit.value })
      : refused(...problemsOf<FieldProblem>(which, limit));
  });
  const found = checks.flatMap((check) => (check.ok ? [check.value] : []));
  if (found.length < checks.length) return refused(...problemsOf(...checks));
  const twice = found.find(
    ({ category }, index) => found.findIndex((each) => each.category === category) < index,
  );
  if (twice !== undefined) {
    return refuse(
      `categoryLimits.${twice.category}`,
      'given-twice',
      'This category has two limits. Give one.',
    );
  }
  return accepted(found.flatMap(({ category, most }) => (most === null ? [] : [{ category, most }])));
}

function checkReserved(input: LimitsInput['reserved']): Checked<readonly ReservedPlaces[]> {
  const checks = input.map(({ kind, places }) => {
    const which = checkChoice<ReservedKind>(
      kind,
      reservedKinds,
      'reserved',
      'Places are reserved for a kind of people.',
    );
    const number = checkOptionalWhole(places, which.ok ? `reserved.${which.value}` : 'reserved', {
      what: 'the number of reserved places',
      least: 0,
      most: mostPlaces,
    });
    return which.ok && number.ok
      ? accepted({ kind: which.value, places: number.value ?? 0 })
      : refused(...problemsOf<FieldProblem>(which, number));
  });
  const found = checks.flatMap((check) => (check.ok ? [check.value] : []));
  if (found.length < checks.length) return refused(...problemsOf(...checks));
  const twice = found.find(({ kind }, index) => found.findIndex((each) => each.kind === kind) < index);
  if (twice !== undefined) {
    return refuse(
      `reserved.${twice.kind}`,
      'given-twice',
      'Places are reserved twice for the same people. Do it once.',
    );
  }
  return accepted(found.filter(({ places }) => places > 0));
}
