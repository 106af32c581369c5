import * as checks from '#checks';
import type { Checked } from './errors.js';

export { homeZone, zoneChoices } from '#checks';

/** As {@link checks.readZone}, at the field that events have. */
export const readZone = (text: string, field = 'when.zone'): Checked<string> => checks.readZone(text, field);

/** The zone in a reader's words: `America/Argentina/Buenos_Aires` → “Buenos Aires”. */
export function zoneInWords(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}
