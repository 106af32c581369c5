import { instantOf } from '#platform';
import type { Visit } from './domain/visit.js';
import type { VisitRow } from './visit.entity.js';

/** A visit as its row says it. */
export function visitOf(row: VisitRow): Visit {
  return {
    id: row.id,
    slug: row.slug,
    title: row.title,
    region: row.region,
    country: row.country,
    zone: row.zone,
    firstDay: row.firstDay,
    lastDay: row.lastDay,
    status: row.status,
    statusReason: row.statusReason,
    summary: row.summary,
    description: row.description,
    places: row.places,
    organisationLimit: row.organisationLimit,
    categoryLimits: row.categoryLimits,
    reserved: row.reserved,
    fundedPlaces: row.fundedPlaces,
    pricePence: row.pricePence,
    priceIncludes: row.priceIncludes,
    depositPence: row.depositPence,
    applicationsOpenAt: row.applicationsOpenAt === null ? null : instantOf(row.applicationsOpenAt),
    applicationsCloseAt: row.applicationsCloseAt === null ? null : instantOf(row.applicationsCloseAt),
    decisionOn: row.decisionOn,
    acceptanceDays: row.acceptanceDays,
    balanceDueOn: row.balanceDueOn,
    refunds: row.refunds,
    contacts: row.contacts,
    copiedFrom: row.copiedFrom,
    version: row.version,
  };
}
