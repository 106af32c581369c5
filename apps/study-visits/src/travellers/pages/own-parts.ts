import { ownExpensesPath } from '../../expenses/addresses.js';
import { ownAfterwardsPath } from '../../afterwards/addresses.js';
import { ownMoneyPath } from '../../invoicing/addresses.js';
import { ownCountsPath } from '../../head-counts/addresses.js';
import { ownDaysPath } from '../../itinerary/addresses.js';
import { ownPartyPath } from '../../party/addresses.js';
import { ownEmergencyPath, ownProgrammePath } from '../../papers/addresses.js';
import { ownReadinessPath } from '../../readiness/addresses.js';
import { ownRoomingPath } from '../../rooms/addresses.js';
import { ownLegsPath } from '../../travel/addresses.js';

/** What a traveller finds on pages of their own, besides who they are; each feature adds its own here. */
export const ownParts: readonly {
  readonly text: string;
  readonly hint: string;
  readonly path: (secret: string) => string;
  /** Only for those who lead the visit. */
  readonly isForLeaders?: true;
}[] = [
  {
    text: 'What we need of you',
    hint: 'Passport, insurance, whom to ring, what you eat',
    path: (secret) => ownReadinessPath(secret),
  },
  {
    text: 'Your days',
    hint: 'Where to be and when, and a feed for your calendar',
    path: (secret) => ownDaysPath(secret),
  },
  {
    text: 'Your programme, to print',
    hint: 'All of the visit on a few pages, with your hotels and whom to ring',
    path: (secret) => ownProgrammePath(secret),
  },
  {
    text: 'In an emergency',
    hint: 'Whom to ring, where you sleep, and a small card to take along',
    path: (secret) => ownEmergencyPath(secret),
  },
  { text: 'Your journey', hint: 'Flights, trains and coaches, and where we meet', path: ownLegsPath },
  {
    text: 'Head counts',
    hint: 'Who is here, elsewhere or missing, also without a network',
    path: ownCountsPath,
    isForLeaders: true,
  },
  { text: 'Your room', hint: 'Alone, or with whom', path: ownRoomingPath },
  { text: 'Who travels', hint: 'Those who agreed that you know of them', path: ownPartyPath },
  { text: 'What you pay', hint: 'Deposit, balance, and who pays them', path: ownMoneyPath },
  {
    text: 'After the visit',
    hint: 'Say how it was, write down what you learned, and your certificate',
    path: ownAfterwardsPath,
  },
  {
    text: 'What you spent',
    hint: 'Receipts, and what you get back',
    path: (secret) => ownExpensesPath(secret),
  },
];
