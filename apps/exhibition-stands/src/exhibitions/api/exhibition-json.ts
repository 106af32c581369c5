import { accepted, dayFromIso, type Checked } from '#checks';
import { instantOf } from '#platform';
import type { RotaSettingsInput } from '../../rota-settings/domain/rota-settings.js';
import type { SketchInput } from '../../sketch/domain/sketch.js';
import { exhibitionPath } from '../addresses.js';
import type { ExhibitionInput } from '../create-exhibition.js';
import type { DayInput } from '../domain/days.js';
import type { Exhibition } from '../domain/exhibition.js';
import type { ExhibitionHistoryRow } from '../exhibition-history.entity.js';
import { doneBy } from '../pages/history-entries.js';
import type {
  DaysJsonInput,
  ExhibitionJsonInput,
  ExhibitionOutput,
  RotaSettingsJsonInput,
  SketchJsonInput,
} from './exhibition.schema.js';

/** Who reads it, and where the site is. */
export interface Reading {
  readonly publicUrl: string;
  readonly isStaff: boolean;
}

/** An exhibition as programs read it; what only staff may know is left out for everybody else. */
export function exhibitionJson(exhibition: Exhibition, { publicUrl, isStaff }: Reading): ExhibitionOutput {
  const { rules, weights } = exhibition;
  return {
    id: exhibition.id,
    slug: exhibition.slug,
    title: exhibition.title,
    status: exhibition.status,
    statusReason: exhibition.statusReason,
    host: exhibition.host,
    city: exhibition.city,
    venue: exhibition.venue,
    hall: exhibition.hall,
    standNumber: exhibition.standNumber,
    zone: exhibition.zone,
    firstDay: exhibition.firstDay,
    lastDay: exhibition.lastDay,
    summary: exhibition.summary,
    description: exhibition.description,
    days: exhibition.days
      .filter(({ kind }) => isStaff || kind === 'open')
      .map(({ start, end, ...day }) => ({ ...day, start: start.toString(), end: end.toString() })),
    version: exhibition.version,
    page: `${publicUrl}${exhibitionPath(exhibition.slug)}`,
    ...(isStaff && {
      staff: {
        contacts: exhibition.contacts.map((contact) => ({ ...contact })),
        passesNeeded: exhibition.passesNeeded,
        walkingMinutes: exhibition.walkingMinutes,
        swapsNeedApproval: exhibition.swapsNeedApproval,
        rules: {
          maxConsecutiveSlots: rules.maxConsecutiveSlots,
          breakMinutes: rules.breakMinutes,
          restMinutes: rules.restMinutes,
          maxMinutesPerDay: rules.maxMinutesPerDay,
          firstTimersPerExperienced: rules.firstTimersPerExperienced,
        },
        weights: { ...weights },
      },
    }),
  };
}

/** What a program sent of an exhibition, for the rules to check. */
export const readExhibition = (sent: ExhibitionJsonInput): ExhibitionInput => ({
  ...sent,
  walkingMinutes: String(sent.walkingMinutes),
});

/** The same of its days. */
export const readDays = ({ days }: DaysJsonInput): Checked<readonly DayInput[]> =>
  accepted(
    days.map(({ day, kind, opens, closes }, index) => ({
      day: dayFromIso(day, `days.${index}.day`),
      kind,
      opens,
      closes,
    })),
  );

/** The same of the rules and weights of its rota. */
export const readRotaSettings = ({ rules, weights }: RotaSettingsJsonInput): RotaSettingsInput => ({
  rules: {
    maxConsecutiveSlots: accepted(rules.maxConsecutiveSlots),
    breakMinutes: accepted(rules.breakMinutes),
    restMinutes: accepted(rules.restMinutes),
    maxMinutesPerDay: accepted(rules.maxMinutesPerDay),
    firstTimersPerExperienced: accepted(rules.firstTimersPerExperienced),
  },
  weights: {
    short: accepted(weights.short),
    fairness: accepted(weights.fairness),
    preference: accepted(weights.preference),
    days: accepted(weights.days),
    change: accepted(weights.change),
  },
});

/** The same of its floor; the rules read metres. */
export const readFloor = (sent: SketchJsonInput): SketchInput => ({
  width: metres(sent.width),
  depth: metres(sent.depth),
  things: sent.things.map(({ kind, label, x, y, width, depth }) => ({
    kind,
    label,
    x: metres(x),
    y: metres(y),
    width: metres(width),
    depth: metres(depth),
  })),
});

const metres = (centimetres: number): string => String(centimetres / 100);

/** One line of an exhibition's history. */
export const historyJson = (row: ExhibitionHistoryRow) => ({
  at: instantOf(row.at).toString(),
  by: doneBy(row),
  action: row.action,
  reason: row.reason,
  changes: row.changes,
});
