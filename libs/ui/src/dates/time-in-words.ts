import type { Temporal } from 'temporal-polyfill';

/** "10am", "2.30pm", "12 noon", "midnight"; seconds are not told. */
export function timeInWords(time: Temporal.PlainTime): string {
  const { hour, minute } = time;
  if (minute === 0 && hour === 0) return 'midnight';
  if (minute === 0 && hour === 12) return '12 noon';
  const clock = hour % 12 === 0 ? 12 : hour % 12;
  const minutes = minute === 0 ? '' : `.${String(minute).padStart(2, '0')}`;
  return `${clock}${minutes}${hour < 12 ? 'am' : 'pm'}`;
}

/** "10am to 12 noon" */
export function timeRangeInWords(start: Temporal.PlainTime, end: Temporal.PlainTime): string {
  return `${timeInWords(start)} to ${timeInWords(end)}`;
}

/**
 * What people call a zone's time: "Rome time"; "UTC".
 * @param zone IANA, `America/Argentina/Buenos_Aires`
 */
export function zoneInWords(zone: string): string {
  if (/^(?:UTC|GMT|Etc\/(?:UTC|GMT|UCT|Zulu|Universal))$/i.test(zone)) return 'UTC';
  const city = zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
  return `${city} time`;
}
