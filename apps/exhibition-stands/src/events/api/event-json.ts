import { Temporal } from 'temporal-polyfill';
import { accepted, checkPenceRange, checkRange, dayFromIso } from '#checks';
import { instantOf } from '#platform';
import { whereOf } from '../../team/exhibition-words.js';
import { numberRules, type EventInput } from '../domain/stand-event.js';
import type { ListedGuest } from '../guests/read-guests.js';
import type { PlannedEvent } from '../read-events.js';
import type { StandEventRow } from '../stand-event.entity.js';
import type { EventJsonInput } from './event.schema.js';

export const inputOf = (sent: EventJsonInput): EventInput => ({
  ...sent,
  day: dayFromIso(sent.day, 'day'),
  from: accepted(Temporal.PlainTime.from(sent.from)),
  until: accepted(Temporal.PlainTime.from(sent.until)),
  capacity: checkRange(sent.capacity, 'capacity', numberRules.capacity),
  hostsNeeded: checkRange(sent.hostsNeeded, 'hostsNeeded', numberRules.hostsNeeded),
  budgetPence:
    sent.budgetPence === null
      ? accepted(null)
      : checkPenceRange(sent.budgetPence, 'budgetPence', { what: 'the budget' }),
});

/** What everybody may read of an event who may hear of it. */
export const heardJson = (row: StandEventRow, zone: string) => ({
  id: row.id,
  title: row.title,
  startsAt: instantOf(row.startsAt).toString(),
  endsAt: instantOf(row.endsAt).toString(),
  zone,
  hostName: row.hostName,
  summary: row.summary,
  audience: row.audience,
  status: row.status,
  statusReason: row.statusReason,
});

/** What staff read of it. */
export const eventJson = (
  { row, exhibition }: Pick<PlannedEvent, 'row' | 'exhibition'>,
  more: { readonly taken: number; readonly readers: readonly string[] },
) => ({
  ...heardJson(row, exhibition.zone),
  capacity: row.capacity,
  taken: more.taken,
  hostsNeeded: row.hostsNeeded,
  budgetPence: row.budgetPence,
  budgetStatus: row.budgetStatus,
  budgetNote: row.budgetNote,
  briefing: row.briefing,
  readers: more.readers,
  version: row.version,
});

/** A guest as hosts read them: how they are reached is for staff. */
export function hostedGuestJson(listed: ListedGuest) {
  const { email: _, ...guest } = guestJson(listed);
  return guest;
}

/** A guest as staff read them. */
export const guestJson = ({ guest, dietary }: ListedGuest) => ({
  id: guest.id,
  name: guest.name,
  email: guest.email,
  organisationName: guest.organisationName,
  status: guest.status,
  plusOnesAllowed: guest.plusOnesAllowed,
  plusOnes: guest.plusOnes,
  dietary,
  arrivedAt: guest.arrivedAt === null ? null : instantOf(guest.arrivedAt).toString(),
  arrived: guest.arrived,
  version: guest.version,
});

/** What a guest reads by their own link. */
export function invitationJson({ guest, dietary, event }: ListedGuest & { readonly event: PlannedEvent }) {
  const { row, exhibition } = event;
  const { title, startsAt, endsAt, zone, hostName, summary, status, statusReason } = heardJson(
    row,
    exhibition.zone,
  );
  return {
    event: {
      title,
      startsAt,
      endsAt,
      zone,
      where: whereOf(exhibition),
      hostName,
      summary,
      status,
      statusReason,
    },
    name: guest.name,
    answer: guest.status,
    plusOnesAllowed: guest.plusOnesAllowed,
    plusOnes: guest.plusOnes,
    dietary,
  };
}
