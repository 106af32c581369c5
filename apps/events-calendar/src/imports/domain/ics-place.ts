import { cleanLine, cleanText } from '#icalendar';
import type { EventFormat } from '../../events/domain/event.js';
import type { OrganiserInput } from '../../events/domain/fields.js';
import type { JoiningInput } from '../../events/domain/joining.js';
import type { PlaceInput } from '../../events/domain/place.js';
import { find, textOf, type IcsComponent } from './ics-lines.js';

/** Where programs put the address of a call (CONFERENCE: RFC 7986 §5.11; the others are Google's and Microsoft's). */
const conferenceProperties = [
  'CONFERENCE',
  'X-GOOGLE-CONFERENCE',
  'X-MICROSOFT-SKYPETEAMSMEETINGURL',
  'X-MICROSOFT-ONLINEMEETINGEXTERNALLINK',
];

export interface IcsPlace {
  readonly place: PlaceInput | null;
  readonly joining: JoiningInput | null;
  /** null where the file does not tell. */
  readonly format: EventFormat | null;
}

/**
 * Where it is and how to join. LOCATION is a place, unless it is a web address or says “Online”. The link of a call in
 * somebody's calendar was not meant for everybody: it is shown to members at the widest.
 */
export function readPlace(vevent: IcsComponent, isForEverybody: boolean): IcsPlace {
  const location = cleanText(textOf(vevent, 'LOCATION'));
  const isLink = /^https?:\/\/\S+$/iu.test(location);
  const link = conferenceProperties
    .map((name) => find(vevent, name)?.raw ?? '')
    .find((raw) => /^https?:/iu.test(raw));
  const url = link ?? (isLink ? location : undefined);
  const joining = url === undefined ? null : { url, shownTo: isForEverybody ? 'members' : null };
  const isOnline = isLink || /^online\b/iu.test(location);
  const place = location === '' || isOnline ? null : placeOf(location, vevent);
  if (place !== null) return { place, joining, format: url === undefined ? null : 'hybrid' };
  return { place, joining, format: isOnline || url !== undefined ? 'online' : null };
}

/** The first line is the name, the others are the address. */
function placeOf(location: string, vevent: IcsComponent): PlaceInput {
  const [name = '', ...address] = location.split('\n');
  const [position] = find(vevent, 'GEO')?.values ?? [];
  const [latitude, longitude] = Array.isArray(position) ? (position as unknown[]) : [];
  const hasPosition = typeof latitude === 'number' && typeof longitude === 'number';
  return {
    name,
    address: address.length === 0 ? null : address.join('\n'),
    latitude: hasPosition ? degrees(latitude) : null,
    longitude: hasPosition ? degrees(longitude) : null,
  };
}

/** Without exponents, which is how JavaScript writes what is nearly 0. */
const degrees = (value: number) => value.toFixed(6);

/** CONTACT, or else the ORGANIZER; null when there is neither, or no name to it. */
export function readOrganiser(vevent: IcsComponent): OrganiserInput | null {
  const contact = cleanLine(textOf(vevent, 'CONTACT'), ', ');
  const organizer = find(vevent, 'ORGANIZER');
  const name = organizer?.parameters['cn'];
  const email = (organizer?.raw ?? '').replace(/^mailto:/iu, '');
  if (contact !== '') return { name: contact };
  if (typeof name === 'string' && cleanLine(name) !== '') return { name: cleanLine(name), email };
  return email === '' ? null : { name: email, email };
}
