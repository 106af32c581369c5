import type { INestApplicationContext } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { Transactions, type DemoClock } from '#platform';
import { DraftsRepository } from '../board/drafts.repository.js';
import { filledDraft } from '../board/domain/fill-outcome.js';
import { KeepStep } from '../board/keep-step.js';
import { LeadFactsOf } from '../board/lead-facts-of.js';
import type { Exhibition } from '../exhibitions/domain/exhibition.js';
import { LockExhibition } from '../exhibitions/lock-exhibition.js';
import { PublishRota } from '../published/publish-rota.js';
import { ReadPublishing } from '../published/read-publishing.js';
import { ShiftsRepository } from '../shifts/shifts.repository.js';
import { InvitePeople } from '../team/invite-people.js';
import { SaveAbout } from '../team/save-about.js';
import { SayAvailability } from '../team/say-availability.js';
import { momentOn } from './look-back.js';
import { personIdOf, staff } from './network.js';
import { addressOf } from './volunteers.js';

/** Who stood last autumn; some of them come again. `null`: members knows where they belong. */
const helpers: readonly (readonly [name: string, organisation: string | null])[] = [
  ['Wanda Twohats', null],
  ['Asha Example', 'Oldham Council'],
  ['Carys Specimen', 'Cardiff Council'],
  ['Dilip Fictional', 'Birmingham City Council'],
  ['Greta Pretend', 'Kirklees Council'],
  ['Otis Notreal', 'Oldham Council'],
  ['Pia Madeup', null],
  ['Quentin Sample', 'Power to Change'],
];

/**
 * Has a team for the stand of last autumn, in which everybody leads and can always come, and publishes its rota: each has one
 * shift on each day, and one place is free.
 *
 * @param exhibition published, with its shifts: four on each of its days, for two at a time
 * @param first its first day
 * @returns ids in the order of the helpers
 */
export async function staffLastAutumn(
  app: INestApplicationContext,
  clock: DemoClock,
  exhibition: Exhibition,
  first: Temporal.PlainDate,
): Promise<readonly string[]> {
  const { id: exhibitionId } = exhibition;
  clock.put(first.subtract({ days: 40 }), '14:00');
  const transactions = app.get(Transactions);
  const wanted = helpers.map(([name, organisation]) => {
    const personId = personIdOf(name);
    return personId === null
      ? {
          name,
          email: addressOf({ name }),
          organisationName: organisation,
        }
      : { personId };
  });
  const { invited: members } = await transactions.run((manager) =>
    app.get(InvitePeople).within(manager, staff, exhibitionId, wanted),
  );
  for (const memberId of members) await sayAlways(app, { exhibitionId, memberId }, exhibition, first);
  clock.put(first.subtract({ days: 14 }), '16:00');
  await publishRota(app, exhibition, members);
  return members;
}

async function sayAlways(
  app: INestApplicationContext,
  who: { readonly exhibitionId: string; readonly memberId: string },
  { days }: Pick<Exhibition, 'days'>,
  first: Temporal.PlainDate,
): Promise<void> {
  await app.get(SaveAbout).run(who, {
    arrivesAt: null,
    departsAt: null,
    wishedMinutes: null,
    mostMinutesADay: null,
    experience: 'experienced',
    skills: ['lead'],
    note: '',
  });
  const said = days.map((_, day) => ({
    from: momentOn(first, day, '09:00'),
    until: momentOn(first, day, '17:00'),
    kind: 'available' as const,
  }));
  await app.get(SayAvailability).replace(who, { said, exceptions: [] }, null);
}

async function publishRota(
  app: INestApplicationContext,
  exhibition: Exhibition,
  members: readonly string[],
): Promise<void> {
  const { id: exhibitionId } = exhibition;
  const transactions = app.get(Transactions);
  await transactions.run(async (manager) => {
    await app.get(LockExhibition).run(manager, exhibitionId);
    const shifts = await app.get(ShiftsRepository).list(exhibitionId, manager);
    // Each day they begin with others, so that nobody has the first shift each time.
    const found = shifts.flatMap(({ id: slot }, index) => {
      const turn = index * 2 + 2 * Math.floor(index / 4);
      const two = [turn, turn + 1].map((number) => members[number % members.length] ?? '');
      return two.slice(0, index === shifts.length - 1 ? 1 : 2).map((person) => ({ person, slot }));
    });
    const before = await app.get(DraftsRepository).read(exhibitionId, manager);
    const after = filledDraft(before, found, await app.get(LeadFactsOf).of(manager, exhibitionId));
    await app.get(KeepStep).run(manager, { exhibitionId, actor: staff, act: 'fill', before, after });
  });
  const { seen, obstacles } = await app.get(ReadPublishing).of(exhibition);
  const reasons = new Map(obstacles.map(({ key }) => [key, 'Agreed with them.']));
  await transactions.run((manager) =>
    app.get(PublishRota).run(manager, staff, exhibitionId, { seen, reasons }),
  );
}
