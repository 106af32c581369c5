import { Temporal } from 'temporal-polyfill';
import { homeZone } from '../../domain/home-day.js';

/** A kind of personal data that this service keeps, why, and for how long. */
export interface Kept {
  /** What it is, as a heading. */
  readonly title: string;
  /** What of a person it holds. */
  readonly holds: string;
  readonly why: string;
  /** When it goes: "2 years after the entry was made". */
  readonly until: string;
  /** How long after that moment. */
  readonly period: Temporal.Duration;
}

const after = (period: Temporal.DurationLike): Temporal.Duration => Temporal.Duration.from(period);

/**
 * Everything personal that is kept here, and its end (UK GDPR, articles 5(1)(e) and 13(2)(a)). The privacy page tells
 * it; the retention carries it out, once for each key.
 */
export const kept = {
  people: {
    title: 'People’s records',
    holds:
      'Name, preferred name, pronouns, e-mail addresses, phone number, job title or office, organisations, seats on boards, and what the record said before',
    why: 'The network’s work is done by people of its member organisations, who book, meet and vote.',
    until:
      'Kept while you belong to a member organisation or sit on a board. Otherwise erased when the record has not changed for 3 years and you have not signed in for 2',
    period: after({ years: 3 }),
  },
  history: {
    title: 'Histories of people’s records',
    holds: 'What a record said before, and who changed it',
    why: 'Mistakes can be found and put right.',
    until: '3 years after the change',
    period: after({ years: 3 }),
  },
  signInRequests: {
    title: 'Requests to sign in',
    holds: 'The e-mail address that was given, and roughly where from',
    why: 'The link in the mail must lead to somebody.',
    until: '1 day after the request',
    period: after({ hours: 24 }),
  },
  limits: {
    title: 'Counts of requests',
    holds: 'How often an address or a network asked, in a form that cannot be read back',
    why: 'Nobody can flood others with mail.',
    until: '1 day after the count ended',
    period: after({ hours: 24 }),
  },
  sessions: {
    title: 'Sign-ins',
    holds: 'When, with which browser and roughly where from',
    why: 'You can see where you are signed in, and end it.',
    until: '30 days after the sign-in ended',
    period: after({ days: 30 }),
  },
  apiTokens: {
    title: 'API tokens',
    holds: 'The name that you gave it, what it may do, when it was last used',
    why: 'Programs can do what you may do, and you can stop them.',
    until: '90 days after the token ended',
    period: after({ days: 90 }),
  },
  audit: {
    title: 'Audit log',
    holds: 'Sign-ins, changes of roles, exports and whatever else security hangs on, with names',
    why: 'Misuse can be found.',
    until: '2 years after the entry was made',
    period: after({ years: 2 }),
  },
  imports: {
    title: 'Uploaded files of organisations',
    holds: 'What the file said, and who uploaded it',
    why: 'Staff can see what an import did.',
    until: '7 days after the upload',
    period: after({ days: 7 }),
  },
  receipts: {
    title: 'Receipts of erasure',
    holds: 'That somebody was erased and when; no name',
    why: 'Whoever was erased can see that it was done.',
    until: '1 year after it was asked for',
    period: after({ years: 1 }),
  },
} as const satisfies Readonly<Record<string, Kept>>;

export type KindKept = keyof typeof kept;

export const kindsKept = Object.keys(kept) as KindKept[];

/** The moment before which what is kept of a kind has had its time; days, months and years count where the network is. */
export function cutOff(kind: KindKept, now: Temporal.Instant): Temporal.Instant {
  return now.toZonedDateTimeISO(homeZone).subtract(kept[kind].period).toInstant();
}
