import { Temporal } from 'temporal-polyfill';
import { homeZone, type Contact, type Words } from '#checks';
import { dateInWords, listInWords, moneyInWords, plural, timeInWords } from '#ui';
import { countryName } from './domain/countries.js';
import type { VisitDetails } from './domain/details.js';
import type { Limits } from './domain/limits.js';
import type { Money } from './domain/money.js';
import type { What } from './domain/what.js';
import type { Window } from './domain/window.js';
import type {
  CategoryLimit,
  MemberCategory,
  RefundStep,
  ReservedKind,
  ReservedPlaces,
  Visit,
  VisitStatus,
} from './domain/visit.js';

export const statusWords: Readonly<Record<VisitStatus, string>> = {
  draft: 'Draft',
  announced: 'Announced',
  confirmed: 'Confirmed',
  over: 'Over',
  cancelled: 'Cancelled',
};

/** Members of a category, within a sentence. */
export const categoryWords: Readonly<Record<MemberCategory, string>> = {
  full: 'full members',
  associate: 'associate members',
  affiliate: 'affiliate members',
  supporter: 'supporters',
};

/** For whom places are reserved, within a sentence. */
export const reservedWords: Readonly<Record<ReservedKind, string>> = {
  press: 'the press',
  newcomer: 'organisations of which nobody has been on a visit before',
};

/** "Sunday 26 September 2027" @param day ISO */
export const dayInWords = (day: string): string => dateInWords(Temporal.PlainDate.from(day));

/** "Monday 2 November 2026, 9am", by the network's clock */
export function momentAtHomeInWords(moment: Temporal.Instant): string {
  const local = moment.toZonedDateTimeISO(homeZone);
  return `${dateInWords(local.toPlainDate())}, ${timeInWords(local.toPlainTime())}`;
}

/** "Emilia-Romagna, Italy" */
export const placeInWords = ({ region, country }: Pick<Visit, 'region' | 'country'>): string =>
  region.toLowerCase().includes(countryName(country).toLowerCase())
    ? region
    : `${region}, ${countryName(country)}`;

/** "1 place for the press" */
export const reservedInWords = ({ kind, places }: ReservedPlaces): string =>
  `${plural(places, 'place')} for ${reservedWords[kind]}`;

/** "at most 3 supporters", "no supporters" */
export const limitInWords = ({ category, most }: CategoryLimit): string =>
  most === 0 ? `no ${categoryWords[category]}` : `at most ${most} from ${categoryWords[category]}`;

/**
 * What becomes of the price for whoever withdraws, a sentence for each step, the earliest first, and what holds after the last.
 *
 * @param firstDay ISO
 */
export function refundsInWords(refunds: readonly RefundStep[], firstDay: string): readonly string[] {
  const until = (daysBefore: number) =>
    dayInWords(Temporal.PlainDate.from(firstDay).subtract({ days: daysBefore }).toString());
  const steps = refunds.map(({ daysBefore, percent }) =>
    percent === 100
      ? `Until ${until(daysBefore)}, you pay nothing, and get back what you have paid.`
      : `Until ${until(daysBefore)}, ${percent} per cent of the price is not charged, or is paid back.`,
  );
  return [
    ...steps,
    refunds.length === 0
      ? 'Whoever withdraws after accepting a place pays the whole price, unless somebody takes the place.'
      : 'After that the whole price is charged.',
  ];
}

const contactInWords = ({ name, role, phone, email }: Contact): string =>
  [name, role, phone ?? '', email ?? ''].filter((part) => part !== '').join(', ');

/** What a visit says, by what staff call it. */
export const detailsInWords = (details: VisitDetails, slug: string): Words => ({
  ...whatInWords({ ...details, slug }),
  ...limitsInWords(details),
  ...moneyWords(details),
  ...windowInWords(details),
});

/** What it is, where and when, by what staff call it. */
export const whatInWords = (details: What & Pick<Visit, 'slug'>): Words => ({
  Title: details.title,
  Address: details.slug,
  'Where it goes': details.region,
  Country: countryName(details.country),
  'Time zone there': details.zone,
  'First day': dayInWords(details.firstDay),
  'Last day': dayInWords(details.lastDay),
  Summary: details.summary,
  Description: details.description,
  Contacts: details.contacts.map(contactInWords).join('\n'),
});

/** How many can come, and who, by what staff call it. */
export const limitsInWords = (details: Limits): Words => ({
  Places: String(details.places),
  'Most from one organisation':
    details.organisationLimit === null ? 'No limit' : String(details.organisationLimit),
  'Limits of categories': capitalised(listInWords(details.categoryLimits.map(limitInWords))) || 'None',
  'Reserved places, filled in this order': details.reserved.map(reservedInWords).join('\n') || 'None',
  'Funded places': String(details.fundedPlaces),
});

/** What it costs, by what staff call it. */
export const moneyWords = (details: Money & Pick<Visit, 'firstDay'>): Words => ({
  Price: moneyInWords(details.pricePence),
  'What the price includes': details.priceIncludes,
  Deposit: moneyInWords(details.depositPence),
  'Balance due': details.balanceDueOn === null ? '' : dayInWords(details.balanceDueOn),
  'For those who withdraw': refundsInWords(details.refunds, details.firstDay).join('\n'),
});

/** When people apply and hear of it, by what staff call it. */
export const windowInWords = (details: Window): Words => ({
  'Applications open':
    details.applicationsOpenAt === null ? '' : momentAtHomeInWords(details.applicationsOpenAt),
  'Applications close':
    details.applicationsCloseAt === null ? '' : momentAtHomeInWords(details.applicationsCloseAt),
  'Decision by': details.decisionOn === null ? '' : dayInWords(details.decisionOn),
  'Days to accept a place': String(details.acceptanceDays),
});

const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
