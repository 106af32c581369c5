import type { INestApplicationContext } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { DemoClock } from '#platform';
import { ChangePasses } from '../passes/change-passes.js';
import { LimitPasses } from '../passes/limit-passes.js';
import type { PassAct, PassStatus } from '../passes/domain/pass.js';
import { daysOf } from './make-team.js';
import { volunteers, type Volunteer } from './volunteers.js';

/** How many passes the host gives for a day. */
const places = 28;

/** Which steps lead to each state. */
const steps: Readonly<Record<PassStatus, readonly PassAct[]>> = {
  applied: ['apply'],
  refused: ['apply', 'refuse'],
  'photo-accepted': ['apply', 'accept-photo'],
  issued: ['apply', 'accept-photo', 'issue'],
  collected: ['apply', 'accept-photo', 'issue', 'collect'],
};

/**
 * Takes the passes of all who can come as far as they have come, for the days on which they can.
 *
 * @param members ids in the order of the volunteers
 */
export async function givePasses(
  app: INestApplicationContext,
  clock: DemoClock,
  exhibitionId: string,
  {
    first,
    today,
    members,
  }: {
    readonly first: Temporal.PlainDate;
    readonly today: Temporal.PlainDate;
    readonly members: readonly string[];
  },
): Promise<void> {
  const dayOf = (number: number): string => first.add({ days: number }).toString();
  clock.put(today.subtract({ days: 15 }), '10:00');
  await app
    .get(LimitPasses)
    .run(exhibitionId, Object.fromEntries([0, 1, 2, 3, 4].map((day) => [dayOf(day), places])));
  // People with the same days and the same state go together, as staff tick them.
  const groups = Map.groupBy(volunteers.entries(), ([, volunteer]) => groupOf(volunteer));
  for (const group of groups.values()) {
    const [, someone] = group[0] ?? [];
    const days = someone === undefined ? [] : daysOf(someone).map(dayOf);
    if (someone === undefined || days.length === 0) continue;
    const memberIds = group.flatMap(([index]) => members[index] ?? []);
    for (const act of steps[someone.pass ?? 'issued']) {
      const reason =
        act === 'refuse' ? 'The photo cannot be used: it has to be a plain one, from the front.' : '';
      await app.get(ChangePasses).run(exhibitionId, { act, memberIds, days, reason });
    }
  }
}

const groupOf = (volunteer: Volunteer): string => `${volunteer.pass ?? 'issued'} ${daysOf(volunteer).join()}`;
