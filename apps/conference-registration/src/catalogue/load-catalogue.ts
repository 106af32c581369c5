import { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import type { Question } from '../questions/domain/question.js';
import type { Catalogue, Code, FreeAllocation, Pool, Price, TicketType } from './domain/catalogue.js';
import type { Conference } from './domain/conference.js';

/** A catalogue as it was read. */
export interface LoadedCatalogue {
  readonly catalogue: Catalogue;
  /** The reading transaction itself has changed the conference, so that what was read may never come to be. */
  readonly isOwn: boolean;
}

/** Instants come as text. */
type Stored<T, Instants extends keyof T> = {
  [Name in keyof T]: Name extends Instants ? string | null : T[Name];
};

interface StoredCatalogue {
  readonly isOwn: boolean;
  readonly conference: Stored<Conference, 'opensAt' | 'closesAt' | 'changesUntil'>;
  readonly ticketTypes: readonly Stored<
    Omit<TicketType, 'prices' | 'allocations' | 'pools'>,
    'onSaleFrom' | 'onSaleUntil' | 'withdrawnAt'
  >[];
  readonly prices: readonly (Price & { readonly ticketTypeId: string })[];
  readonly allocations: readonly FreeAllocation[];
  readonly pools: readonly Pool[];
  readonly codes: readonly Stored<Code, 'expiresAt' | 'endedAt'>[];
  readonly questions: readonly Question[];
}

const listOf = (rows: string): string => `(SELECT coalesce(jsonb_agg(r), '[]') FROM (${rows}) r)`;

// One statement, so that all of it is of the same moment.
const statement = `
  SELECT coalesce(c.xmin = pg_current_xact_id_if_assigned()::xid, false) AS "isOwn",
    (SELECT to_jsonb(r) FROM (SELECT c.id, c.version, c.slug, c.title, c.host_organisation_id AS "hostOrganisationId",
        c.host_name AS "hostName", c.venue_name AS "venueName", c.venue_address AS "venueAddress",
        c.first_day AS "firstDay", c.last_day AS "lastDay", c.days, c.zone, c.summary, c.description,
        c.contact_name AS "contactName", c.contact_email AS "contactEmail", c.contact_phone AS "contactPhone",
        c.opens_at AS "opensAt", c.closes_at AS "closesAt", c.changes_until AS "changesUntil",
        c.refund_steps AS "refundSteps", c.terms, c.payment_days AS "paymentDays",
        c.offer_working_days AS "offerWorkingDays", c.status, c.status_reason AS "statusReason",
        c.calendar_uid AS "calendarUid") r) AS conference,
    ${listOf(`SELECT id, position, kind, name, description, days, format, vat_basis_points AS "vatBasisPoints", hidden, least,
        most, needs_approval AS "needsApproval", on_sale_from AS "onSaleFrom", on_sale_until AS "onSaleUntil",
        withdrawn_at AS "withdrawnAt"
      FROM ticket_types WHERE conference_id = c.id ORDER BY position, id`)} AS "ticketTypes",
    ${listOf(`SELECT p.ticket_type_id AS "ticketTypeId", p.category, p.until, p.pence
      FROM prices p JOIN ticket_types t ON t.id = p.ticket_type_id WHERE t.conference_id = c.id`)} AS prices,
    ${listOf(`SELECT id, ticket_type_id AS "ticketTypeId", category, organisation_id AS "organisationId", places
      FROM free_allocations WHERE conference_id = c.id ORDER BY id`)} AS allocations,
    ${listOf(`SELECT id, position, name, capacity, per_organisation AS "perOrganisation",
        ticket_type_ids AS "ticketTypeIds" FROM pools WHERE conference_id = c.id ORDER BY position, id`)} AS pools,
    ${listOf(`SELECT id, code, price_change AS "priceChange", reserves, uses, expires_at AS "expiresAt",
        organisation_id AS "organisationId", ticket_type_ids AS "ticketTypeIds", ended_at AS "endedAt"
      FROM codes WHERE conference_id = c.id ORDER BY id`)} AS codes,
    ${listOf(`SELECT id, asked_of AS "askedOf", kind, label, hint, choices, required, sensitive, only_if AS "onlyIf",
        ticket_type_ids AS "ticketTypeIds", asks_approval AS "asksApproval"
      FROM questions WHERE conference_id = c.id AND retired_at IS NULL ORDER BY position, id`)} AS questions
  FROM conferences c WHERE c.id = $1`;

const instant = (text: string | null): Temporal.Instant | null =>
  text === null ? null : Temporal.Instant.from(text);

/** Reads a conference with all that it offers, in one statement. @returns `null`: there is no such conference */
export async function loadCatalogue(
  manager: EntityManager,
  conferenceId: string,
): Promise<LoadedCatalogue | null> {
  const [stored]: StoredCatalogue[] = await manager.query(statement, [conferenceId]);
  return stored === undefined ? null : { catalogue: catalogueFrom(stored), isOwn: stored.isOwn };
}

function catalogueFrom({
  conference,
  ticketTypes,
  prices,
  allocations,
  pools,
  codes,
  questions,
}: StoredCatalogue) {
  const types = ticketTypes.map((type): TicketType => ({
    ...type,
    onSaleFrom: instant(type.onSaleFrom),
    onSaleUntil: instant(type.onSaleUntil),
    withdrawnAt: instant(type.withdrawnAt),
    prices: prices
      .filter(({ ticketTypeId }) => ticketTypeId === type.id)
      .map(({ category, until, pence }) => ({ category, until, pence })),
    allocations: allocations.filter(({ ticketTypeId }) => ticketTypeId === type.id),
    pools: pools.filter(({ ticketTypeIds }) => ticketTypeIds.includes(type.id)),
  }));
  const catalogue: Catalogue = {
    conference: {
      ...conference,
      opensAt: instant(conference.opensAt),
      closesAt: instant(conference.closesAt),
      changesUntil: instant(conference.changesUntil),
    },
    ticketTypes: types,
    ticketType: new Map(types.map((type) => [type.id, type])),
    pools,
    codes: codes.map((code) => ({
      ...code,
      expiresAt: instant(code.expiresAt),
      endedAt: instant(code.endedAt),
    })),
    questions,
  };
  return catalogue;
}
