import { Temporal } from 'temporal-polyfill';
import { accepted, refuse, type Checked, type FieldProblem } from './checked.js';

/** The network's own zone, where nothing else is said. */
export const homeZone = 'Europe/London';

/** The IANA zones to choose from, sorted, without aliases. */
export const zoneChoices: readonly string[] = [
  ...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')]),
].sort();

/**
 * Reads an IANA zone name, aliases (`GB`, `Europe/Belfast`) included; letters' case does not matter. The name is kept as
 * given, in its usual case. Offsets (`+01:00`) are refused: they know nothing of clock changes.
 */
export function readZone(
  text: string,
  field: string,
): Checked<string, FieldProblem<'zone-missing' | 'zone-unknown'>> {
  const name = text.trim();
  if (name === '') return refuse(field, 'zone-missing', 'Choose a time zone, such as Europe/London.');
  if (/^[A-Za-z]/.test(name)) {
    try {
      return accepted(new Temporal.ZonedDateTime(0n, name).timeZoneId);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
  }
  return refuse(
    field,
    'zone-unknown',
    `No time zone is called “${name}”. Choose one by region and city, such as Europe/London.`,
  );
}
