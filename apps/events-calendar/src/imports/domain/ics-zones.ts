import { readZone, zoneChoices } from '../../events/domain/zones.js';
import { find, textOf, type IcsComponent } from './ics-lines.js';
import { windowsZones } from './windows-zones.js';

const byWindowsName = new Map(Object.entries(windowsZones).map(([name, zone]) => [name.toLowerCase(), zone]));

/** What an `.ics` file says about its zones. */
export interface IcsZones {
  /** The IANA zone that a TZID means; null when nobody knows. */
  readonly zoneOf: (tzid: string) => string | null;
  /** The zone that the calendar as a whole says it is in (`X-WR-TIMEZONE`); null if it does not, or not understandably. */
  readonly calendarZone: string | null;
}

export function zonesOfCalendar(calendar: IcsComponent): IcsZones {
  const hints = new Map(
    calendar.parts
      .filter(({ name }) => name === 'VTIMEZONE')
      .map((zone) => [textOf(zone, 'TZID'), textOf(zone, 'X-LIC-LOCATION')]),
  );
  const known = new Map<string, string | null>();
  const zoneOf = (tzid: string) => {
    const found = known.get(tzid) ?? ianaZone(tzid) ?? ianaZone(hints.get(tzid) ?? '');
    known.set(tzid, found);
    return found;
  };
  const own = find(calendar, 'X-WR-TIMEZONE')?.raw ?? '';
  return { zoneOf, calendarZone: own === '' ? null : zoneOf(own) };
}

/** IANA names, also at the end of a path; Windows names; Outlook's “(UTC+00:00) Dublin, Edinburgh, Lisbon, London”. */
function ianaZone(name: string): string | null {
  const trimmed = name.trim().replace(/^"(.*)"$/u, '$1');
  const parts = trimmed.split('/');
  const candidates = [trimmed, parts.slice(-3).join('/'), parts.slice(-2).join('/')];
  for (const candidate of candidates) {
    const zone = readZone(candidate);
    if (zone.ok) return zone.value;
  }
  return byWindowsName.get(trimmed.toLowerCase()) ?? zoneByCities(trimmed);
}

function zoneByCities(name: string): string | null {
  const [, list] = /^\((?:UTC|GMT)[^)]*\)\s*(.+)$/u.exec(name) ?? [];
  if (list === undefined) return null;
  const cities = list.split(',').map((city) => city.trim().replaceAll(' ', '_'));
  if (cities.includes('London')) return 'Europe/London';
  return cities.flatMap((city) => zoneChoices.find((zone) => zone.endsWith(`/${city}`)) ?? [])[0] ?? null;
}
