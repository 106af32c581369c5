import type { Words } from '#checks';
import { listInWords, numberInWords, plural } from '#ui';
import type { MemberCategory, PlaceKind, ReservedKind } from '../visits/domain/visit.js';
import type { CriterionWanted } from './domain/criteria.js';
import type { Obstacle, PlaceRules } from './domain/places.js';
import { mostPoints, meanInHundredths, type Score } from './domain/score.js';
import type { SelectionMethod, SelectionReason } from './domain/select.js';
import type { OutcomeKind } from './selection.entities.js';

export const methodWords: Readonly<Record<SelectionMethod, string>> = {
  score: 'By score, and by the draw between those with the same score',
  draw: 'By the draw alone',
};

/** "for newcomers" */
const forKind: Readonly<Record<ReservedKind, string>> = {
  press: 'for the press',
  newcomer: 'for newcomers',
};

export const kindWords: Readonly<Record<PlaceKind, string>> = {
  press: 'For the press',
  newcomer: 'For newcomers',
  general: 'For everybody',
};

export const outcomeWords: Readonly<Record<OutcomeKind, string>> = {
  place: 'Place',
  reserve: 'Reserve',
  declined: 'No place',
};

/** "full members" */
export const categoryWords: Readonly<Record<MemberCategory, string>> = {
  full: 'full members',
  associate: 'associate members',
  affiliate: 'affiliate members',
  supporter: 'supporters',
};

const categoryInWords = (category: string): string =>
  (categoryWords as Readonly<Record<string, string>>)[category] ?? category;

/** "17.33 of 20" @param score of all assessors @param most that one of them can give */
export const scoreInWords = (score: Score, most: number): string =>
  `${(meanInHundredths(score) / 100).toFixed(2)} of ${numberInWords(most)}`;

/** The criteria, for the history. */
export const criteriaInWords = (criteria: readonly CriterionWanted[]): Words => ({
  Criteria: criteria
    .map(({ title, text, weight }) => `${title} (counts ${weight})${text === '' ? '' : `: ${text}`}`)
    .join('; '),
});

/** The limits within which places are given, in sentences. */
export function rulesInWords(rules: PlaceRules): readonly string[] {
  const reserved = rules.reserved.filter(({ places }) => places > 0);
  return [
    `There ${rules.places === 1 ? 'is' : 'are'} ${plural(rules.places, 'place')}.`,
    ...(rules.organisationLimit === null
      ? []
      : [`At most ${numberInWords(rules.organisationLimit)} from one organisation.`]),
    ...rules.categoryLimits.map(
      ({ category, most }) =>
        `At most ${numberInWords(most)} from organisations that are ${categoryWords[category]}.`,
    ),
    ...(reserved.length === 0
      ? []
      : [
          `Kept: ${listInWords(
            reserved.map(({ kind, places }) => `${plural(places, 'place')} ${forKind[kind]}`),
          )}. They are given first, in this order; whoever gets none of them stands for the other places with everybody else.`,
          rules.releaseUnfilled
            ? 'A kept place for which nobody applied goes to everybody.'
            : 'A kept place for which nobody applied stays empty.',
        ]),
  ];
}

/** Why an application has what it has, a sentence that its applicant can read. */
export function reasonInWords(reason: SelectionReason): string {
  switch (reason.code) {
    case 'reserved-place':
      return `It has one of the ${plural(reason.places, 'place')} kept ${forKind[reason.kind]}.`.replace(
        'one of the 1 place kept',
        'the place kept',
      );
    case 'general-place':
      return 'It stood high enough in the order for one of the places for everybody.';
    case 'released-place':
      return 'Nobody was left for a place that was kept, so it went to the next in the order.';
    case 'organisation-limit':
      return `Its organisation has ${plural(reason.most, 'place')} already, with applications that stood higher, and no organisation has more.`;
    case 'category-limit':
      return `Organisations that are ${categoryInWords(reason.category)} have ${plural(reason.most, 'place')} together, and those went to applications that stood higher.`;
    case 'no-place-left':
      return reason.kept > 0
        ? `The places for everybody went to applications that stood higher; ${plural(reason.kept, 'place is', 'places are')} kept for others.`
        : 'All places went to applications that stood higher.';
  }
}

/** What is in the way of a place, a sentence for staff. */
export function obstacleInWords(obstacle: Obstacle): string {
  switch (obstacle.code) {
    case 'organisation-limit':
      return `The organisation has ${plural(obstacle.most, 'place')} already, its most.`;
    case 'category-limit':
      return `Organisations that are ${categoryInWords(obstacle.category)} have ${plural(obstacle.most, 'place')} already, their most.`;
    case 'no-place-left':
      return obstacle.places === 1
        ? 'The only place is given.'
        : `All ${plural(obstacle.places, 'place')} are given.`;
    case 'reserved-full':
      return obstacle.places === 0
        ? `No place is kept ${forKind[obstacle.kind]}.`
        : `All places kept ${forKind[obstacle.kind]} are given.`;
    case 'general-full':
      return `All ${plural(obstacle.places, 'place')} for everybody are given; ${plural(obstacle.kept, 'other is', 'others are')} kept.`;
  }
}

/** How points are given, in a sentence. */
export const pointsInWords = `Each criterion gets 0 to ${mostPoints} points, times how much it counts. The score is the mean of all assessors.`;
