import { Temporal } from 'temporal-polyfill';
import { usualRules, usualWeights } from '../rota/index.js';
import type { Exhibition, ExhibitionDay } from './domain/exhibition.js';
import { openingOf } from './domain/openings.js';
import type { ExhibitionDayRow } from './exhibition-day.entity.js';
import type { ExhibitionRow } from './exhibition.entity.js';

/** An exhibition as its rows say it. */
export function exhibitionOf(row: ExhibitionRow, days: readonly ExhibitionDayRow[]): Exhibition {
  return {
    id: row.id,
    slug: row.slug,
    title: row.title,
    host: row.host,
    city: row.city,
    venue: row.venue,
    hall: row.hall,
    standNumber: row.standNumber,
    zone: row.zone,
    firstDay: row.firstDay,
    lastDay: row.lastDay,
    status: row.status,
    statusReason: row.statusReason,
    summary: row.summary,
    description: row.description,
    contacts: row.contacts,
    passesNeeded: row.passesNeeded,
    walkingMinutes: row.walkingMinutes,
    swapsNeedApproval: row.swapsNeedApproval,
    rules: { ...usualRules, ...row.rules, walkingMinutes: row.walkingMinutes },
    weights: { ...usualWeights, ...row.weights },
    version: row.version,
    days: days.map((day) => dayOf(day, row.zone)).toSorted(byStart),
  };
}

function dayOf({ day, kind, opens, closes }: ExhibitionDayRow, zone: string): ExhibitionDay {
  const opening = openingOf({ day, opens, closes }, zone);
  if (opening === null) throw new Error(`the hours of ${day} are none in ${zone}`);
  return { day, kind, opens: opens.slice(0, 5), closes: closes.slice(0, 5), ...opening };
}

const byStart = (one: ExhibitionDay, other: ExhibitionDay): number =>
  Temporal.Instant.compare(one.start, other.start);
