import { Temporal } from 'temporal-polyfill';
import { accepted } from '#checks';
import { instantOf, nameOfActor } from '#platform';
import { conferencePath } from '../../catalogue/addresses.js';
import { dayFromIso } from '../../set-up/domain/days.js';
import type { ConferenceRevisionRow } from '../conference-revision.entity.js';
import type { ConferenceRow } from '../conference.entity.js';
import { detailsFrom, statusOf } from '../conference-rows.js';
import type { ConferenceInput } from '../create-conference.js';
import type { Host } from '../domain/conference.js';
import { checkDays } from '../domain/days.js';
import { checkRefundSteps } from '../domain/refund-steps.js';
import type { ConferenceJsonInput, ConferenceOutput } from './conference.schema.js';

/** A conference as programs read it. */
export function conferenceJson(row: ConferenceRow, publicUrl: string): ConferenceOutput {
  const { opensAt, closesAt, changesUntil, days, refundSteps, ...details } = detailsFrom(row);
  return {
    id: row.id,
    slug: row.slug,
    status: statusOf(row),
    statusReason: row.statusReason,
    ...details,
    days: days.map(({ date, opens, closes }) => ({ date, opens, closes })),
    refundSteps: refundSteps.map(({ until, percent }) => ({ until, percent })),
    opensAt: opensAt?.toString() ?? null,
    closesAt: closesAt?.toString() ?? null,
    changesUntil: changesUntil?.toString() ?? null,
    version: row.version,
    page: `${publicUrl}${conferencePath(row.slug)}`,
  };
}

/** What a program sent of a conference, for the rules to check. @param host as it was found by its name */
export function readConference(sent: ConferenceJsonInput, host: Host | null): ConferenceInput {
  const instant = (text: string | null) => accepted(text === null ? null : Temporal.Instant.from(text));
  return {
    ...sent,
    host,
    days: checkDays(
      sent.days.map(({ date, opens, closes }, index) => ({
        date: dayFromIso(date, `days.${index}.date`),
        opens: opens ?? '',
        closes: closes ?? '',
      })),
    ),
    opensAt: instant(sent.opensAt),
    closesAt: instant(sent.closesAt),
    changesUntil: instant(sent.changesUntil),
    refundSteps: checkRefundSteps(
      sent.refundSteps.map(({ until, percent }, index) => ({
        until: dayFromIso(until, `refundSteps.${index}.until`),
        percent: String(percent),
      })),
    ),
    paymentDays: String(sent.paymentDays),
    offerWorkingDays: String(sent.offerWorkingDays),
  };
}

/** One line of a conference's history. */
export function revisionJson(row: ConferenceRevisionRow) {
  const { version, at, action, reason, changes } = row;
  return { version, at: instantOf(at).toString(), by: doneBy(row), action, reason, changes };
}

/** Who made a change, in words: "Sam Staff", or "Sam Staff, for Xiu Example" where staff acted for somebody. */
export function doneBy({ personName, actorId, actorName }: ConferenceRevisionRow): string {
  const actor = actorName === null ? null : { personId: actorId ?? '', name: actorName };
  return nameOfActor({ name: personName, actor });
}
