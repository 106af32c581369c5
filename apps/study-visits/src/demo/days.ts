import type { INestApplicationContext } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { accepted } from '#checks';
import { Transactions } from '#platform';
import { KeepHosts } from '../hosts/keep-hosts.js';
import { KeepInterpreters } from '../interpreters/keep-interpreters.js';
import { KeepItems } from '../itinerary/keep-items.js';
import { KeepSplits } from '../itinerary/keep-splits.js';
import { PublishItinerary } from '../itinerary/publish-itinerary.js';
import { staff } from './network.js';

/** Who received the party, by what they do. Nobody of these exists. */
const hosts = [
  ['care', 'A social co-operative that cares', 'social-care', 44.4949, 11.3426],
  ['taxi', 'A co-operative of taxi owners', 'transport', 44.5075, 11.3514],
  ['dairy', 'A dairy of a consortium', 'food', 44.6989, 10.6297],
  ['bank', 'A regional co-operative bank', 'bank', 44.4989, 11.3411],
  ['university', 'The University of Bologna', 'university', 44.4961, 11.3525],
] as const;

type HostKey = (typeof hosts)[number][0];

interface DemoItem {
  readonly day: string;
  readonly from: string;
  readonly until: string;
  readonly kind: 'visit' | 'session' | 'meal' | 'free';
  readonly title: string;
  readonly host?: HostKey;
  /** Of which half of the party; without it, everybody's. */
  readonly group?: 'A' | 'B';
  readonly isInterpreted?: boolean;
}

const items: readonly DemoItem[] = [
  { day: '2024-03-10', from: '18:00', until: '19:00', kind: 'session', title: 'Welcome, and who is who' },
  { day: '2024-03-10', from: '19:30', until: '22:00', kind: 'meal', title: 'Dinner together' },
  {
    day: '2024-03-11',
    from: '10:00',
    until: '12:30',
    kind: 'session',
    title: 'What a region owes to its co-operatives',
    host: 'university',
  },
  { day: '2024-03-11', from: '13:00', until: '14:15', kind: 'meal', title: 'Lunch' },
  {
    day: '2024-03-11',
    from: '15:00',
    until: '17:00',
    kind: 'visit',
    title: 'A fleet that belongs to its drivers',
    host: 'taxi',
    isInterpreted: true,
  },
  {
    day: '2024-03-12',
    from: '09:30',
    until: '12:00',
    kind: 'visit',
    title: 'Care by those who are members',
    host: 'care',
    group: 'A',
    isInterpreted: true,
  },
  {
    day: '2024-03-12',
    from: '09:30',
    until: '12:00',
    kind: 'visit',
    title: 'How a co-operative bank decides',
    host: 'bank',
    group: 'B',
    isInterpreted: true,
  },
  { day: '2024-03-12', from: '13:00', until: '14:15', kind: 'meal', title: 'Lunch' },
  { day: '2024-03-12', from: '14:30', until: '18:00', kind: 'free', title: 'Free time in Bologna' },
  {
    day: '2024-03-13',
    from: '10:30',
    until: '13:00',
    kind: 'visit',
    title: 'From a hundred farms to one cheese',
    host: 'dairy',
    isInterpreted: true,
  },
  { day: '2024-03-14', from: '10:00', until: '12:30', kind: 'session', title: 'What each of us takes home' },
  { day: '2024-03-14', from: '19:30', until: '22:00', kind: 'meal', title: 'Last dinner together' },
  { day: '2024-03-15', from: '10:00', until: '11:30', kind: 'session', title: 'What the network does next' },
];

/** The days of Emilia-Romagna: hosts, two interpreters, one morning on which the party split, as it was published. */
export async function planDays(app: INestApplicationContext, visitId: string): Promise<void> {
  const transactions = app.get(Transactions);
  const hostIds = new Map<string, string>();
  for (const [key, name, kind, lat, lon] of hosts) {
    const input = {
      name,
      kind,
      address: 'Emilia-Romagna, Italy',
      lat: String(lat),
      lon: String(lon),
      website: '',
      contacts: [],
      notes: '',
    };
    const host = await transactions.run((manager) => app.get(KeepHosts).add(manager, input));
    hostIds.set(key, host.id);
  }
  const interpreterIds: string[] = [];
  for (const name of ['Ilaria Interpreter', 'Paolo Parlante']) {
    const input = { name, languages: 'Italian', email: null, phone: null, notes: '' };
    const added = await transactions.run((manager) => app.get(KeepInterpreters).add(manager, input));
    interpreterIds.push(added.id);
  }
  const split = await transactions.run((manager) =>
    app
      .get(KeepSplits)
      .add(manager, staff, visitId, { name: 'Tuesday morning', groups: ['Social care', 'The bank'] }),
  );
  await app.get(KeepSplits).share(staff, { visitId, id: split.id, version: null }, 'apart');
  for (const item of items) {
    const groupIds = split.groups.filter(({ letter }) => letter === item.group).map(({ id }) => id);
    const second = item.group === 'B' ? 1 : 0;
    await transactions.run((manager) =>
      app.get(KeepItems).add(manager, staff, visitId, {
        item: inputOf(item, { hostId: hostIds.get(item.host ?? '') ?? null, groupIds }),
        interpreterIds: item.isInterpreted === true ? interpreterIds.slice(second, second + 1) : [],
      }),
    );
  }
  await app.get(PublishItinerary).run(staff, visitId, null);
}

const nowhere = { name: '', address: '', lat: '', lon: '' };

function inputOf(
  { day, from, until, kind, title, isInterpreted = false }: DemoItem,
  { hostId, groupIds }: { readonly hostId: string | null; readonly groupIds: readonly string[] },
) {
  const clock = (time: string) => ({ time: accepted(Temporal.PlainTime.from(time)), zone: '', which: '' });
  return {
    kind,
    title,
    starts: { ...clock(from), day: accepted<string | null>(day) },
    ends: clock(until),
    stop: hostId === null && kind !== 'free' ? { ...nowhere, name: 'Our hotel' } : nowhere,
    to: nowhere,
    hostId,
    capacity: accepted<number | null>(null),
    groupIds,
    language: isInterpreted ? 'Italian' : '',
    needsInterpreter: isInterpreted,
    bufferMinutes: accepted(0),
    travelMinutes: accepted<number | null>(null),
    description: '',
    notes: '',
  };
}
