import { Temporal } from 'temporal-polyfill';
import { checkOptionalText, type Checked } from '#checks';

/** Whose sheet: that of an organisation that receives the visit, or of somebody who interprets for it. */
export const sheetKinds = ['host', 'interpreter'] as const;

export type SheetKind = (typeof sheetKinds)[number];

/** A sheet's link leads nowhere any more so many hours after the last thing on it. */
export const sheetLinkHours = 24;

/** Of fewer travellers nothing is said of what they eat or need: everybody would know who is meant. */
export const fewestForNeeds = 5;

/** What staff say on a sheet. */
export interface SheetDetails {
  /** Plain text, read by whoever has the sheet: what to know, a list of words. */
  readonly notes: string;
  /** Whether it says how many eat or need something of their own. */
  readonly showsNeeds: boolean;
}

/** The same as a form or a program gives it. */
export interface SheetInput {
  readonly notes: string;
  readonly showsNeeds: boolean;
}

/** @returns what a sheet says, or what is wrong with it */
export function checkSheet({ notes, showsNeeds }: SheetInput): Checked<SheetDetails> {
  const text = checkOptionalText(notes, 'notes', { longest: 5000, manyLines: true });
  return text.ok ? { ok: true, value: { notes: text.value ?? '', showsNeeds } } : text;
}

/**
 * The first instant at which a sheet's link leads nowhere any more: a day after the last thing on it. Where there is nothing on it,
 * a day after the visit.
 *
 * @param ends of all that was ever planned with its reader, what is cancelled, too
 */
export function linkEnds(
  ends: readonly Temporal.Instant[],
  { lastDay, zone }: { readonly lastDay: string; readonly zone: string },
): Temporal.Instant {
  const last = ends.toSorted((a, b) => Temporal.Instant.compare(a, b)).at(-1);
  const until =
    last ?? Temporal.PlainDate.from(lastDay).add({ days: 1 }).toZonedDateTime({ timeZone: zone }).toInstant();
  return until.add({ hours: sheetLinkHours });
}

/** How many travellers eat or need something of their own. */
export interface Needs {
  readonly diet: number;
  readonly access: number;
}

/** What is told of needs: figures alone, and none where so few come that a figure would be a name. */
export const toldNeeds = (coming: number, needs: Needs): Needs | 'too-few' =>
  coming < fewestForNeeds ? 'too-few' : needs;
