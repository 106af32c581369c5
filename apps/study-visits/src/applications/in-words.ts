import type { Temporal } from 'temporal-polyfill';
import { homeZone } from '#checks';
import { dateOf } from '#platform';
import { momentInWords } from '#ui';
import { memberCategories, type MemberCategory } from '../visits/domain/visit.js';
import type { ApplicationKind, ApplicationStatus, Question, Step } from './domain/application.js';

/**
 * A deadline of ours: "Friday 30 January 2026, 5pm London time". Who applies may be anywhere, so that the city is always said.
 */
export const deadlineInWords = (at: Temporal.Instant): string =>
  `${momentInWords(dateOf(at), homeZone)} London time`;

/** The same of a moment that is past. */
export const momentOf = (at: Date): string => momentInWords(at, homeZone);

export const statusWords: Readonly<Record<ApplicationStatus, string>> = {
  draft: 'Draft',
  submitted: 'Submitted',
  withdrawn: 'Withdrawn',
};

export const kindWords: Readonly<Record<ApplicationKind, string>> = {
  member: 'Delegate of an organisation',
  press: 'For the press',
};

const categories: Readonly<Record<MemberCategory, string>> = {
  full: 'Full member',
  associate: 'Associate member',
  affiliate: 'Affiliate',
  supporter: 'Supporter',
};

/** "Full member"; a category that is not known here as it is told. */
export const categoryInWords = (category: string): string =>
  memberCategories.includes(category as MemberCategory) ? categories[category as MemberCategory] : category;

export const stepWords: Readonly<Record<Step, string>> = {
  about: 'About you',
  why: 'Why you want to come',
  bringBack: 'What you will bring back',
  supporter: 'Who supports you',
  access: 'What you need',
  reference: 'A reference',
};

/** How each question is put, and what helps to answer it. */
export const questionWords: Readonly<Record<Question, { readonly asked: string; readonly hint: string }>> = {
  why: {
    asked: 'Why do you want to come?',
    hint: 'What you work on at home, and what you hope to see and to ask.',
  },
  bringBack: {
    asked: 'What will you bring back?',
    hint: 'With whom you will share it, and what may come of it: those who could not come learn through you.',
  },
  supporter: {
    asked: 'Who supports you?',
    hint: 'Who in your organisation agrees that you go, such as your manager or a cabinet member. If nobody has to agree, say so.',
  },
};
