import type { INestApplicationContext } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { accepted, readTime } from '#checks';
import { Transactions, type DemoClock } from '#platform';
import { ChangeEvent } from '../events/change-event.js';
import { AnswerInvitation } from '../events/guests/answer-invitation.js';
import { GuestLinks } from '../events/guests/guest-links.js';
import { InviteGuests } from '../events/guests/invite-guests.js';
import { ReadGuests } from '../events/guests/read-guests.js';
import { KeepEvents } from '../events/keep-events.js';
import type { Exhibition } from '../exhibitions/domain/exhibition.js';
import { guestAddress, guests } from './guests.js';
import { staff } from './network.js';
import { planned } from './plan.js';
import { volunteers, type DemoMoment } from './volunteers.js';

const correlationId = 'demonstration';

/** Who of the team looks after the guests of the reception. */
export const hosts: readonly string[] = ['Sam Staff', 'Asha Example'];

/** When the reception is: on Monday, once the stand has closed. */
export const receptionSpan: readonly [day: number, from: string, until: string] = [2, '18:15', '20:00'];

interface DemoEvent {
  readonly title: string;
  readonly span: readonly [day: DemoMoment[0], from: string, until: string];
  readonly audience: 'public' | 'members' | 'invited';
  readonly host: string;
  readonly summary: string;
  readonly capacity: number;
  readonly hostsNeeded?: number;
  readonly budgetPence?: number;
}

const reception: DemoEvent = {
  title: 'Reception for leaders of member councils',
  span: receptionSpan,
  audience: 'invited',
  host: 'The chair of the network',
  summary:
    'A drink, something to eat, and half an hour on what community wealth building has brought in five councils.',
  capacity: 20,
  hostsNeeded: hosts.length,
  budgetPence: 42_000,
};

const others: readonly DemoEvent[] = [
  {
    title: 'Meet-up: new to co-operative councils?',
    span: [1, '15:00', '16:00'],
    audience: 'public',
    host: 'Officers of member councils',
    summary:
      'Come with your questions: how a council becomes a co-operative one, what it costs, where to begin.',
    capacity: 30,
  },
  {
    title: 'Members’ catch-up over coffee',
    span: [3, '10:30', '11:15'],
    audience: 'members',
    host: 'Sam Staff',
    summary: 'What each of us takes home from the conference. Bring one thing that worked.',
    capacity: 25,
  },
];

const briefing = [
  'Who comes: leaders and cabinet members, and partners who pay for some of it.',
  'What about: the five case studies on the table by the door. The chair speaks at 6.45pm, for ten minutes.',
  'Ask everybody whether the network may name them in its report. One guest has a serious nut allergy: the caterer knows, look at the labels all the same.',
].join('\n');

/**
 * Writes what takes place on the stand, and publishes it: a meet-up, something for members, and a reception with a budget, whose
 * hosts are a shift of the rota. To be done before people are asked when they can.
 *
 * @returns the reception's id
 */
export async function makeEvents(
  app: INestApplicationContext,
  clock: DemoClock,
  { id: exhibitionId }: Exhibition,
  { first, today }: { readonly first: Temporal.PlainDate; readonly today: Temporal.PlainDate },
): Promise<string> {
  const change = app.get(ChangeEvent);
  const ids: string[] = [];
  for (const [index, { span, host, budgetPence, ...event }] of [reception, ...others].entries()) {
    clock.put(today.subtract({ days: planned - 3 - index }), '10:40');
    const [day, from, until] = span;
    const input = {
      ...event,
      day: accepted(first.add({ days: day }).toString()),
      from: readTime(from, 'from'),
      until: readTime(until, 'until'),
      hostName: host,
      capacity: accepted(event.capacity),
      hostsNeeded: accepted(event.hostsNeeded ?? 0),
      budgetPence: accepted(budgetPence ?? null),
    };
    const { id } = await app
      .get(Transactions)
      .run((manager) => app.get(KeepEvents).add(manager, staff, exhibitionId, input));
    const seen = { exhibitionId, id, version: null };
    clock.put(today.subtract({ days: planned - 10 - index }), '15:10');
    if (budgetPence !== undefined) await change.budget(staff, seen, { to: 'approved', note: '' });
    await change.status(staff, seen, { to: 'published', reason: '' });
    ids.push(id);
  }
  return ids[0] ?? '';
}

/** When guests were invited, and from when they answered, one a day: so many days before today. */
const invited = 16;

/**
 * Invites the guests of the reception, lets them answer, and briefs its hosts.
 *
 * @param members ids in the order of the volunteers
 */
export async function inviteGuests(
  app: INestApplicationContext,
  clock: DemoClock,
  which: { readonly exhibitionId: string; readonly id: string },
  { today, members }: { readonly today: Temporal.PlainDate; readonly members: readonly string[] },
): Promise<void> {
  clock.put(today.subtract({ days: invited }), '09:50');
  const wanted = guests.map((guest) => ({
    name: guest.name,
    email: guestAddress(guest),
    organisationName: guest.organisation,
  }));
  await app
    .get(Transactions)
    .run((manager) =>
      app.get(InviteGuests).within(manager, staff, which, { guests: wanted, plusOnesAllowed: accepted(2) }),
    );
  const listed = await app.get(ReadGuests).of(which.id);
  for (const [index, { name, answer, brings, dietary }] of guests.entries()) {
    const known = listed.find(({ guest }) => guest.name === name);
    if (answer === null || known === undefined) continue;
    clock.put(today.subtract({ days: invited - 1 - index }), '12:20');
    const secret = app.get(GuestLinks).secretFor(known.guest.id);
    const said = { answer, plusOnes: accepted(brings ?? 0), dietary: dietary ?? null };
    await app.get(AnswerInvitation).run(secret, said, correlationId);
  }
  clock.put(today.subtract({ days: 4 }), '11:30');
  const readers = hosts.flatMap((host) => members[volunteers.findIndex(({ name }) => name === host)] ?? []);
  await app.get(ChangeEvent).brief(staff, { ...which, version: null }, { briefing, readers });
}
