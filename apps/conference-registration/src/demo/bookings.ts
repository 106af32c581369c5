import { called } from './offer.js';

/** What became of a booking after it was begun. */
export type Fate = 'confirmed' | 'lapsed' | 'one-cancelled' | 'all-cancelled';

/** A booking of the demonstration. */
export interface DemoBooking {
  /** The organisation whose person of the demonstration books; `null`: a guest. */
  readonly organisation: string | null;
  /** How many of each ticket, by its name. */
  readonly tickets: Readonly<Record<string, number>>;
  /** How many of the delegates come to the dinner. */
  readonly dinners: number;
  /** Days after bookings opened. */
  readonly day: number;
  readonly purchaseOrder: string | null;
  readonly code: string;
  readonly fate: Fate;
}

const booking = (
  day: number,
  organisation: string | null,
  tickets: DemoBooking['tickets'],
  dinners: number,
  different: Partial<DemoBooking> = {},
): DemoBooking => ({
  day,
  organisation,
  tickets,
  dinners,
  purchaseOrder: null,
  code: '',
  fate: 'confirmed',
  ...different,
});

const both = (number: number) => ({ [called.both]: number });

/** Of the coming conference, in the order in which they were made. */
export const comingBookings: readonly DemoBooking[] = [
  booking(0, 'Hull City Council', both(3), 3),
  booking(0, 'Cardiff Council', both(4), 4, { purchaseOrder: 'CDF-PO-20417' }),
  booking(1, 'Lambeth Council', both(6), 5, { purchaseOrder: '4500118273' }),
  booking(1, 'The Co-operative College', { ...both(3), [called.online]: 1 }, 3),
  booking(2, 'Newcastle City Council', both(5), 4, { purchaseOrder: 'NCC/26/0088' }),
  booking(3, 'South Tyneside Council', both(4), 4),
  booking(5, 'Co-operatives UK', both(4), 3, { code: 'COOP25' }),
  booking(6, null, both(1), 1),
  booking(8, 'York Labour Group', { ...both(2), [called.first]: 1 }, 2),
  booking(9, 'Torbay Council', both(3), 3, { purchaseOrder: 'TOR 7741' }),
  booking(12, 'Brent Council', both(5), 4, { purchaseOrder: 'BR-PO-55120' }),
  booking(14, 'Tameside Council', both(4), 2, { fate: 'lapsed' }),
  booking(16, 'Greater Manchester Combined Authority', both(3), 2, { purchaseOrder: 'GMCA-1102' }),
  booking(18, 'Burntwood Town Council', { [called.second]: 2 }, 0),
  booking(20, 'Power to Change', both(4), 2),
  booking(23, 'Preston City Council', both(4), 4),
  booking(27, 'Salford City Council', both(6), 5, { purchaseOrder: 'SCC-903311' }),
  booking(30, 'Greater Manchester Combined Authority', both(2), 2, { purchaseOrder: 'GMCA-1187' }),
  booking(33, 'Locality', both(3), 3),
  booking(36, 'Milton Keynes Council', both(2), 0),
  booking(37, '4OC', { [called.online]: 3 }, 0),
  booking(42, 'Resonance Ltd', both(1), 1),
  booking(43, 'Stevenage Borough Council', { [called.workshop]: 2 }, 0),
  booking(44, 'Unlimited Potential', both(1), 1),
  booking(47, 'Oldham Council', both(6), 6),
  booking(49, 'Torbay Council', { [called.online]: 3 }, 0, { fate: 'all-cancelled' }),
  booking(52, 'Bristol City Council', both(6), 5),
  booking(55, 'Knowsley Metropolitan Borough Council', { [called.workshop]: 1 }, 0),
  booking(57, 'Cardiff Council', { [called.online]: 7 }, 0, { purchaseOrder: 'CDF-PO-20598' }),
  booking(59, null, { [called.first]: 1 }, 0),
  booking(61, 'Winsford Town Council', { [called.first]: 1 }, 0),
  booking(62, 'Newcastle City Council', { [called.online]: 7 }, 0, { purchaseOrder: 'NCC/26/0131' }),
  booking(64, 'Plymouth City Council', both(5), 5, { fate: 'one-cancelled' }),
];

/** Of the one before it; what was owed was paid, but for what the demonstration says of money. */
export const pastBookings: readonly DemoBooking[] = [
  booking(3, 'Oldham Council', both(6), 5, { purchaseOrder: 'OMBC-61120' }),
  booking(9, 'Preston City Council', both(6), 6),
  booking(15, 'Lambeth Council', both(4), 4, { purchaseOrder: '4500107714' }),
  booking(22, 'Bristol City Council', both(5), 3, { purchaseOrder: 'BCC-220045' }),
  booking(30, 'The Co-operative College', both(4), 4),
  booking(41, 'Rochdale Metropolitan Borough Council', both(5), 5, { purchaseOrder: 'RBC-0098112' }),
  booking(55, 'Hull City Council', both(3), 2),
  booking(70, 'Locality', both(3), 1),
  booking(83, 'Plymouth City Council', both(6), 6),
  booking(97, 'York Labour Group', both(3), 0),
  booking(120, 'Salford City Council', both(5), 4),
  booking(140, 'Co-operatives UK', both(3), 3),
  booking(150, 'Newcastle City Council', both(4), 2),
  booking(160, 'Burntwood Town Council', { [called.first]: 2 }, 0),
  booking(170, null, both(1), 0),
];
