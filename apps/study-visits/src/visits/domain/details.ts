import { Temporal } from 'temporal-polyfill';
import { accepted, problemsOf, refused, type Checked, type FieldProblem } from '#checks';
import { checkLimits, type Limits, type LimitsInput } from './limits.js';
import { checkMoney, type Money, type MoneyInput } from './money.js';
import type { VisitStatus } from './visit.js';
import { checkWhat, type What, type WhatInput } from './what.js';
import { checkWindow, type Window, type WindowInput } from './window.js';

/** Everything that staff write about a visit. */
export type VisitDetails = What & Limits & Money & Window;

/** The same as a form or a program gives it, all together. */
export type DetailsInput = WhatInput & LimitsInput & MoneyInput & WindowInput;

/** What a visit says of itself, apart from what else it is. */
export const detailsOf = (visit: VisitDetails): VisitDetails => ({
  title: visit.title,
  region: visit.region,
  country: visit.country,
  zone: visit.zone,
  firstDay: visit.firstDay,
  lastDay: visit.lastDay,
  summary: visit.summary,
  description: visit.description,
  contacts: visit.contacts,
  places: visit.places,
  organisationLimit: visit.organisationLimit,
  categoryLimits: visit.categoryLimits,
  reserved: visit.reserved,
  fundedPlaces: visit.fundedPlaces,
  pricePence: visit.pricePence,
  priceIncludes: visit.priceIncludes,
  depositPence: visit.depositPence,
  balanceDueOn: visit.balanceDueOn,
  refunds: visit.refunds,
  applicationsOpenAt: visit.applicationsOpenAt,
  applicationsCloseAt: visit.applicationsCloseAt,
  decisionOn: visit.decisionOn,
  acceptanceDays: visit.acceptanceDays,
});

/** What a draft says of money, places and applications until somebody fills it in. */
export const usualDetails: Limits & Money & Window = {
  places: 20,
  organisationLimit: null,
  categoryLimits: [],
  reserved: [],
  fundedPlaces: 0,
  pricePence: 0,
  priceIncludes: '',
  depositPence: 0,
  balanceDueOn: null,
  refunds: [],
  applicationsOpenAt: null,
  applicationsCloseAt: null,
  decisionOn: null,
  acceptanceDays: 10,
};

/** Checks all of it: each section by itself, and then whether they fit together. */
export function checkDetails(input: DetailsInput, status: VisitStatus): Checked<VisitDetails> {
  const what = checkWhat(input);
  const limits = checkLimits(input);
  const money = checkMoney(input);
  const window = checkWindow(input);
  if (!what.ok || !limits.ok || !money.ok || !window.ok) {
    return refused(...problemsOf(what, limits, money, window));
  }
  return fitting({ ...what.value, ...limits.value, ...money.value, ...window.value }, status);
}

/** Whether the sections fit together: what each says of days and money beside what the others say. */
export function fitting(details: VisitDetails, status: VisitStatus): Checked<VisitDetails> {
  const problems = [...datesThatDoNotFit(details), ...(status === 'draft' ? [] : nowMissing(details))];
  return problems.length === 0 ? accepted(details) : refused(...problems);
}

function datesThatDoNotFit(details: VisitDetails): readonly FieldProblem[] {
  const { firstDay, zone, applicationsCloseAt: closes, decisionOn, acceptanceDays, balanceDueOn } = details;
  const begins = Temporal.PlainDate.from(firstDay).toZonedDateTime(zone).toInstant();
  const problems: FieldProblem[] = [];
  if (closes !== null && Temporal.Instant.compare(closes, begins) > 0) {
    problems.push({
      field: 'applicationsCloseAt',
      code: 'after-the-beginning',
      message: 'Applications would close after the visit has begun. Check the dates of both.',
    });
  } else if (decisionOn !== null && answeredBy(decisionOn, acceptanceDays) > firstDay) {
    problems.push({
      field: 'acceptanceDays',
      code: 'after-the-beginning',
      message:
        'Those who are told on the day of the decision could still accept after the visit has begun. Decide earlier, or give fewer days.',
    });
  }
  if (balanceDueOn !== null && balanceDueOn > firstDay) {
    problems.push({
      field: 'balanceDueOn',
      code: 'after-the-beginning',
      message: 'The balance would be due after the visit has begun. Choose a day up to the first one.',
    });
  } else if (balanceDueOn !== null && decisionOn !== null && balanceDueOn <= decisionOn) {
    problems.push({
      field: 'balanceDueOn',
      code: 'before-the-decision',
      message: 'The balance would be due before anybody is told of a place. Choose a day after the decision.',
    });
  }
  return problems;
}

/** The last day on which those who are told on the day of the decision can accept. ISO */
const answeredBy = (decisionOn: string, acceptanceDays: number): string =>
  Temporal.PlainDate.from(decisionOn).add({ days: acceptanceDays }).toString();

/** What everybody has read cannot be left blank again. */
function nowMissing(details: VisitDetails): readonly FieldProblem[] {
  const blank = (field: keyof VisitDetails, message: string) => ({ field, code: 'missing', message });
  return [
    details.summary === '' && blank('summary', 'The visit is announced, so it needs a summary.'),
    details.applicationsOpenAt === null &&
      blank('applicationsOpenAt', 'The visit is announced: say when applications open.'),
    details.applicationsCloseAt === null &&
      blank('applicationsCloseAt', 'The visit is announced: say when applications close.'),
    details.decisionOn === null && blank('decisionOn', 'The visit is announced: say until when people hear.'),
    details.priceIncludes === '' &&
      blank('priceIncludes', 'The visit is announced: say what the price includes, even where it is £0.'),
  ].filter((problem) => problem !== false);
}
