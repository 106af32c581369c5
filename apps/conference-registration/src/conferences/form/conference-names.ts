import { dateNames } from '#ui';
import { mostRefundSteps } from '../domain/refund-steps.js';

/** The names of one step of the refunds, from 0. */
export const refundStepName = (index: number): string => `refundSteps.${index}`;

/** The controls of a conference's own details, in the order of the page. Nothing else that is sent is looked at. */
export const conferenceNames: readonly string[] = [
  'title',
  'slug',
  'summary',
  ...dateNames('firstDay'),
  ...dateNames('lastDay'),
  'times',
  'zone',
  'host',
  'venue.name',
  'venue.address',
  'description',
  'contact.name',
  'contact.email',
  'contact.phone',
  ...['opensAt', 'closesAt', 'changesUntil'].flatMap((name) => [...dateNames(name), `${name}.time`]),
  ...Array.from({ length: mostRefundSteps }, (_, index) => refundStepName(index)).flatMap((name) => [
    ...dateNames(`${name}.until`),
    `${name}.percent`,
  ]),
  'terms',
  'paymentDays',
  'offerWorkingDays',
];

/** The controls of a copy. */
export const copyNames: readonly string[] = ['title', ...dateNames('firstDay')];

/** The controls of a step to another status. */
export const stepNames: readonly string[] = ['reason'];
