import type { INestApplicationContext } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { momentAt, Transactions, type DemoClock } from '#platform';
import type { Exhibition } from '../exhibitions/domain/exhibition.js';
import { InvitePeople } from '../team/invite-people.js';
import { LeaveTeam } from '../team/leave-team.js';
import { SaveAbout } from '../team/save-about.js';
import { SayAvailability } from '../team/say-availability.js';
import type { SaidKind } from '../team/domain/availability.js';
import { personIdOf, staff } from './network.js';
import { hosts, receptionSpan } from './events.js';
import { addressOf, volunteers, type DemoMoment, type Volunteer } from './volunteers.js';

/** The parts of the stand's days that volunteers are asked about, in the order of {@link Volunteer.says}. */
const parts: readonly (readonly [day: number, from: string, until: string])[] = [
  [0, '13:00', '17:00'],
  ...[1, 2, 3].flatMap((day) => [
    [day, '09:00', '12:00'] as const,
    [day, '12:00', '15:00'] as const,
    [day, '15:00', '18:00'] as const,
  ]),
  [4, '09:00', '13:30'],
  [4, '13:30', '16:30'],
];

const kinds: Readonly<Record<string, SaidKind>> = { a: 'available', p: 'preferred', n: 'unavailable' };

/** When the team was invited, and when the first and the last answered: so many days before today. */
const invited = 60;
const firstAnswer = 58;
const lastAnswer = 20;

/**
 * Invites the team and lets it answer.
 *
 * @param first the stand's first day
 * @returns the team members' ids, in the order of the volunteers
 */
export async function makeTeam(
  app: INestApplicationContext,
  clock: DemoClock,
  { id: exhibitionId }: Exhibition,
  { first, today }: { readonly first: Temporal.PlainDate; readonly today: Temporal.PlainDate },
): Promise<readonly string[]> {
  clock.put(today.subtract({ days: invited }), '14:00');
  const wanted = volunteers.map((volunteer) => {
    const personId = personIdOf(volunteer.name);
    const { name, organisation: organisationName } = volunteer;
    return personId === null ? { name, email: addressOf(volunteer), organisationName } : { personId };
  });
  const { invited: ids } = await app
    .get(Transactions)
    .run((manager) => app.get(InvitePeople).within(manager, staff, exhibitionId, wanted));
  for (const [index, memberId] of ids.entries()) {
    const volunteer = volunteers[index];
    if (volunteer === undefined) continue;
    const ago = firstAnswer - Math.floor((index * (firstAnswer - lastAnswer)) / ids.length);
    clock.put(today.subtract({ days: ago }), `${9 + (index % 10)}:17`.padStart(5, '0'));
    await answer(app, { exhibitionId, memberId }, volunteer, first);
  }
  return ids;
}

async function answer(
  app: INestApplicationContext,
  who: { readonly exhibitionId: string; readonly memberId: string },
  volunteer: Volunteer,
  first: Temporal.PlainDate,
): Promise<void> {
  if (volunteer.declines)
    await app.get(LeaveTeam).decline(who, '', { actor: null, correlationId: 'demonstration' });
  if (volunteer.says === null) return;
  const at = ([day, time]: DemoMoment) => momentAt(first.add({ days: day }), time);
  const moment = (given: DemoMoment | undefined) => (given === undefined ? null : at(given));
  const minutes = (hours: number | undefined) => (hours === undefined ? null : hours * 60);
  await app.get(SaveAbout).run(who, {
    arrivesAt: moment(volunteer.arrives),
    departsAt: moment(volunteer.departs),
    wishedMinutes: minutes(volunteer.wishedHours),
    mostMinutesADay: minutes(volunteer.mostHoursADay),
    experience: volunteer.isExperienced ? 'experienced' : 'first-time',
    skills: volunteer.skills ?? [],
    note: volunteer.note ?? '',
  });
  const said = partsSaid(volunteer.says).map(([day, from, until, kind]) => ({
    from: at([day, from]),
    until: at([day, until]),
    kind,
  }));
  if (hosts.includes(volunteer.name)) {
    const [day, from, until] = receptionSpan;
    said.push({ from: at([day, from]), until: at([day, until]), kind: 'available' });
  }
  const exceptions = (volunteer.except === undefined ? [] : [volunteer.except]).map(
    ([day, from, until, why]) => ({
      from: at([day, from]),
      until: at([day, until]),
      why,
    }),
  );
  await app.get(SayAvailability).replace(who, { said, exceptions }, null);
}

function partsSaid(says: string): (readonly [day: number, from: string, until: string, kind: SaidKind])[] {
  return [...says.replaceAll(' ', '')].flatMap((letter, index) => {
    const part = parts[index];
    const kind = kinds[letter];
    return part === undefined || kind === undefined ? [] : [[...part, kind] as const];
  });
}

/** On which of the stand's days somebody can come, counted from the first. */
export const daysOf = ({ says }: Volunteer): readonly number[] => [
  ...new Set(partsSaid(says ?? '').flatMap(([day, , , kind]) => (kind === 'unavailable' ? [] : [day]))),
];
