import { Temporal } from 'temporal-polyfill';
import type { ConferenceRow } from './conference.entity.js';
import { daysBetween } from '../set-up/domain/conference-days.js';
import {
  conferenceStatuses,
  type ConferenceDay,
  type ConferenceDetails,
  type ConferenceStatus,
} from './domain/conference.js';

const instant = (date: Date | null): Temporal.Instant | null =>
  date === null ? null : Temporal.Instant.fromEpochMilliseconds(date.getTime());

const date = (at: Temporal.Instant | null): Date | null =>
  at === null ? null : new Date(at.epochMilliseconds);

/** Its days with their times; without any on record those from the first to the last, their times not settled. */
export function daysOf({ days, firstDay, lastDay }: ConferenceRow): readonly ConferenceDay[] {
  if (days.length > 0) return days;
  return daysBetween({ firstDay, lastDay }).map((date) => ({ date, opens: null, closes: null }));
}

/** What staff wrote about a conference, as its row says it. */
export function detailsFrom(row: ConferenceRow): ConferenceDetails {
  return {
    title: row.title,
    host: row.hostName === null ? null : { organisationId: row.hostOrganisationId, name: row.hostName },
    venue: row.venueName === null ? null : { name: row.venueName, address: row.venueAddress },
    days: daysOf(row),
    zone: row.zone,
    summary: row.summary,
    description: row.description,
    contact:
      row.contactName === null
        ? null
        : { name: row.contactName, email: row.contactEmail, phone: row.contactPhone },
    opensAt: instant(row.opensAt),
    closesAt: instant(row.closesAt),
    changesUntil: instant(row.changesUntil),
    refundSteps: row.refundSteps,
    terms: row.terms,
    paymentDays: row.paymentDays,
    offerWorkingDays: row.offerWorkingDays,
  };
}

/** The columns of a row that say what staff wrote. */
export function columnsOf(details: ConferenceDetails) {
  const { host, venue, contact, days } = details;
  return {
    title: details.title,
    hostOrganisationId: host?.organisationId ?? null,
    hostName: host?.name ?? null,
    venueName: venue?.name ?? null,
    venueAddress: venue?.address ?? null,
    firstDay: days[0]?.date ?? '',
    lastDay: days.at(-1)?.date ?? '',
    days: days.map((day) => ({ ...day })),
    zone: details.zone,
    summary: details.summary,
    description: details.description,
    contactName: contact?.name ?? null,
    contactEmail: contact?.email ?? null,
    contactPhone: contact?.phone ?? null,
    opensAt: date(details.opensAt),
    closesAt: date(details.closesAt),
    changesUntil: date(details.changesUntil),
    refundSteps: details.refundSteps.map((step) => ({ ...step })),
    terms: details.terms,
    paymentDays: details.paymentDays,
    offerWorkingDays: details.offerWorkingDays,
  };
}

export function statusOf({ status }: Pick<ConferenceRow, 'status'>): ConferenceStatus {
  const known = conferenceStatuses.find((each) => each === status);
  if (known === undefined) throw new Error(`“${status}” is not a conference’s status`);
  return known;
}
