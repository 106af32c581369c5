import type { INestApplicationContext } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { Transactions, type DemoClock } from '#platform';
import { DraftsRepository } from '../board/drafts.repository.js';
import { filledDraft } from '../board/domain/fill-outcome.js';
import { KeepStep } from '../board/keep-step.js';
import { LeadFactsOf } from '../board/lead-facts-of.js';
import { DropOut } from '../day/drop-out.js';
import { FindExhibition } from '../exhibitions/find-exhibition.js';
import { LockExhibition } from '../exhibitions/lock-exhibition.js';
import { PublishRota } from '../published/publish-rota.js';
import { ReadCurrent } from '../published/read-current.js';
import { ReadPublishing } from '../published/read-publishing.js';
import type { RotaPlacement } from '../rota/domain/problem.js';
import { MakeFromPattern } from '../shifts/make-from-pattern.js';
import type { ShiftPattern } from '../shifts/domain/pattern.js';
import { ShiftsRepository } from '../shifts/shifts.repository.js';
import { foundRota } from './found-rota.js';
import { staff } from './network.js';
import { volunteers } from './volunteers.js';

const usual = { leads: 1, handover: 'none', handoverMinutes: 0 } as const;

/** Four to build up and to break down; three at a time while the stand is open, for an hour and a half. */
const pattern: ShiftPattern = {
  'build-up': { ...usual, slotMinutes: 240, cover: 4 },
  open: { ...usual, slotMinutes: 90, cover: 3 },
  'break-down': { ...usual, slotMinutes: 180, cover: 4 },
};

/** Makes the shifts, before people are asked when they can. */
export async function makeShifts(app: INestApplicationContext, exhibitionId: string): Promise<void> {
  await app.get(MakeFromPattern).run(staff, exhibitionId, pattern, 0);
}

/**
 * Takes the rota that the solver found into the draft, and publishes it as it is: with two gaps, and over what the rules say of
 * people whose passes have not come yet.
 *
 * @param members ids in the order of the volunteers
 */
export async function publishFoundRota(
  app: INestApplicationContext,
  clock: DemoClock,
  exhibitionId: string,
  { today, members }: { readonly today: Temporal.PlainDate; readonly members: readonly string[] },
): Promise<void> {
  clock.put(today.subtract({ days: 3 }), '15:30');
  const transactions = app.get(Transactions);
  await transactions.run(async (manager) => {
    await app.get(LockExhibition).run(manager, exhibitionId);
    const shifts = await app.get(ShiftsRepository).list(exhibitionId, manager);
    const found = shifts.flatMap(({ id: slot }, index) =>
      (foundRota[index] ?? []).flatMap((number): RotaPlacement[] => {
        const person = members[number];
        return person === undefined ? [] : [{ person, slot }];
      }),
    );
    const before = await app.get(DraftsRepository).read(exhibitionId, manager);
    const after = filledDraft(before, found, await app.get(LeadFactsOf).of(manager, exhibitionId));
    await app.get(KeepStep).run(manager, { exhibitionId, actor: staff, act: 'fill', before, after });
  });
  clock.put(today.subtract({ days: 2 }), '16:10');
  const exhibition = await app.get(FindExhibition).byId(exhibitionId);
  const { seen, obstacles } = await app.get(ReadPublishing).of(exhibition);
  const reasons = new Map(
    obstacles.map(({ key }) => [key, 'The host sends the rest of the passes in August.']),
  );
  await transactions.run((manager) =>
    app.get(PublishRota).run(manager, staff, exhibitionId, { seen, reasons }),
  );
}

/** Who cannot come after all to the first of their shifts. */
const droppingOut = 'Ines Mockup';

/** Somebody drops out since the rota was published. @param members ids in the order of the volunteers */
export async function dropOut(
  app: INestApplicationContext,
  clock: DemoClock,
  exhibitionId: string,
  { today, members }: { readonly today: Temporal.PlainDate; readonly members: readonly string[] },
): Promise<void> {
  clock.put(today.subtract({ days: 1 }), '08:40');
  const memberId = members[volunteers.findIndex(({ name }) => name === droppingOut)] ?? '';
  const current = await app.get(ReadCurrent).of(exhibitionId);
  const own = current.find((assignment) => assignment.memberId === memberId);
  await app
    .get(DropOut)
    .run({ exhibitionId, memberId }, own?.id ?? '', 'The council has called a meeting for that morning.', {
      actor: null,
      correlationId: 'demonstration',
    });
}
