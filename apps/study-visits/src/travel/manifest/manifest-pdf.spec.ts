import { Temporal } from 'temporal-polyfill';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Traveller } from '../../travellers/domain/traveller.js';
import type { Visit } from '../../visits/domain/visit.js';
import type { LegWithPlaces } from '../legs.js';
import { manifestPdf, type CopyOf } from './manifest-pdf.js';
import type { Passenger } from './read-manifest.js';

const now = Temporal.Instant.from('2035-03-10T09:00:00Z');
const moment = (at: string, zone: string) => ({ at: Temporal.Instant.from(at), zone });

const leg: LegWithPlaces = {
  id: 'leg',
  visitId: 'visit',
  kind: 'coach',
  way: 'there',
  title: 'Coach to the hotel',
  carrier: 'Example Coaches',
  fromName: 'Bilbao airport, exit 2',
  fromPoint: null,
  toName: 'Hotel Example',
  toPoint: null,
  departs: moment('2035-03-11T11:00:00Z', 'Europe/Madrid'),
  arrives: moment('2035-03-11T12:00:00Z', 'Europe/Madrid'),
  changeMinutes: 15,
  borderMinutes: 0,
  meetingPoint: 'Under the clock',
  meetMinutes: 20,
  luggage: null,
  vehicle: 'White, 49 seats',
  seats: 49,
  note: 'Ask for Mr Secret.',
  status: 'planned',
  statusReason: null,
  version: 1,
  changedAt: now,
  places: [],
};

const passenger = (name: string, seat: string): Passenger => ({
  traveller: {
    id: seat,
    name,
    email: 'hidden@example.org',
    phone: '+44 7700 900123',
    organisationName: 'Example Borough Council',
  } as Traveller,
  seat,
  bookingReference: 'REF777',
});

async function read(passengers: readonly Passenger[], copyOf: CopyOf) {
  const visit = { title: 'Mondragon' } as Visit;
  const bytes = await manifestPdf({ visit, leg, passengers, sent: null, names: new Map() }, copyOf, now);
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const pdf = await task.promise;
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(' '));
  }
  // Its types say an object.
  const marks = (await pdf.getMarkInfo()) as unknown as ReadonlyMap<string, boolean> | null;
  const marked = marks?.get('Marked');
  await task.destroy();
  return { text: pages.join(' ').replaceAll(/\s+/g, ' '), pages: pages.length, marked };
}

const names = [
  'Ann Featherstonehaugh',
  'Cllr Siân O’Llŷr',
  'Ольга Щёголева',
  '王小明',
  `Al ${'W'.repeat(198)}`,
];
const some = names.map((name, index) => passenger(name, String(index + 1)));
const many = Array.from({ length: 60 }, (_, index) => passenger(`Sam Number${index}`, String(index + 1)));

describe('a manifest as PDF', () => {
  it('is tagged, and has all that those who lead the visit need', async () => {
    const { text, marked } = await read(some, 'staff');
    expect(marked).toBe(true);
    for (const words of [
      'Featherstonehaugh',
      '900123',
      'REF777',
      'Under the clock',
      'White, 49 seats',
      '5 travellers',
    ]) {
      expect(text).toContain(words);
    }
    expect(text).not.toContain('hidden@example.org');
    expect(text).not.toContain('Secret');
  });

  it('is tagged for a driver, too, and names nobody whole', async () => {
    const { text, marked } = await read(some, 'driver');
    expect(marked).toBe(true);
    for (const words of ['Ann F.', 'Siân O.', 'Under the clock', '12 noon Madrid time', '5 travellers']) {
      expect(text).toContain(words);
    }
    for (const hidden of [
      'Featherstonehaugh',
      'Llŷr',
      '900123',
      'REF777',
      'Borough',
      'example.org',
      'Secret',
      'WWW',
    ]) {
      expect(text).not.toContain(hidden);
    }
  });

  it('goes on to as many pages as it takes, and is one where there is nobody', async () => {
    const full = await read(many, 'driver');
    expect(full.pages).toBeGreaterThan(1);
    expect(full.text.match(/Sam N\./g)).toHaveLength(60);
    const empty = await read([], 'staff');
    expect(empty).toMatchObject({ pages: 1, marked: true });
    expect(empty.text).toContain('Nobody is on this leg yet.');
  });
});
