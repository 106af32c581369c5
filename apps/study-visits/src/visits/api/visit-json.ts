import { Temporal } from 'temporal-polyfill';
import { accepted, checkPenceRange, dayFromIso, refuse, type Checked } from '#checks';
import { instantOf } from '#platform';
import { applyWindow } from '../../applications/domain/apply-window.js';
import { visitPath } from '../addresses.js';
import type { VisitInput } from '../create-visit.js';
import { detailsOf } from '../domain/details.js';
import type { Visit } from '../domain/visit.js';
import { doneBy } from '../pages/history-entries.js';
import type { VisitHistoryRow } from '../visit-history.entity.js';
import type { VisitJsonInput, VisitOutput } from './visit.schema.js';

/** When it is read, and where the site is. */
export interface Reading {
  readonly publicUrl: string;
  readonly now: Temporal.Instant;
  /** What its next step cannot be taken without; left out for all but staff. */
  readonly missing?: readonly string[];
}

/** A visit as programs read it. */
export function visitJson(visit: Visit, { publicUrl, now, missing }: Reading): VisitOutput {
  const { id, slug, status, statusReason, version } = visit;
  const details = detailsOf(visit);
  return {
    ...details,
    id,
    slug,
    status,
    statusReason,
    contacts: details.contacts.map((contact) => ({ ...contact })),
    categoryLimits: [...details.categoryLimits],
    reserved: [...details.reserved],
    refunds: [...details.refunds],
    applicationsOpenAt: details.applicationsOpenAt?.toString() ?? null,
    applicationsCloseAt: details.applicationsCloseAt?.toString() ?? null,
    applications: applyWindow(visit, now),
    version,
    page: `${publicUrl}${visitPath(slug)}`,
    ...(missing !== undefined && { missing: [...missing] }),
  };
}

/** What a program sent of a visit, for the rules to check. */
export const readVisit = (sent: VisitJsonInput): VisitInput => ({
  ...sent,
  firstDay: dayFromIso(sent.firstDay, 'firstDay'),
  lastDay: dayFromIso(sent.lastDay, 'lastDay'),
  places: String(sent.places),
  organisationLimit: sent.organisationLimit === null ? '' : String(sent.organisationLimit),
  categoryLimits: sent.categoryLimits.map(({ category, most }) => ({ category, most: String(most) })),
  reserved: sent.reserved.map(({ kind, places }) => ({ kind, places: String(places) })),
  fundedPlaces: String(sent.fundedPlaces),
  pricePence: checkPenceRange(sent.pricePence, 'pricePence', { what: 'the price' }),
  depositPence: checkPenceRange(sent.depositPence, 'depositPence', { what: 'the deposit' }),
  balanceDueOn: dayFromIso(sent.balanceDueOn, 'balanceDueOn'),
  refunds: sent.refunds.map(({ daysBefore, percent }) => ({
    daysBefore: String(daysBefore),
    percent: String(percent),
  })),
  applicationsOpenAt: momentFromIso(sent.applicationsOpenAt, 'applicationsOpenAt'),
  applicationsCloseAt: momentFromIso(sent.applicationsCloseAt, 'applicationsCloseAt'),
  decisionOn: dayFromIso(sent.decisionOn, 'decisionOn'),
  acceptanceDays: String(sent.acceptanceDays),
});

/** What no calendar has, the form of the text notwithstanding, is refused at its field. */
function momentFromIso(text: string | null, field: string): Checked<Temporal.Instant | null> {
  if (text === null) return accepted(null);
  try {
    return accepted(Temporal.Instant.from(text));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return refuse(field, 'moment-unreadable', `“${text}” is no moment. Write it like 2027-01-15T12:00:00Z.`);
  }
}

/** One line of a visit's history. */
export const historyJson = (row: VisitHistoryRow) => ({
  at: instantOf(row.at).toString(),
  by: doneBy(row),
  action: row.action,
  reason: row.reason,
  changes: row.changes,
});
