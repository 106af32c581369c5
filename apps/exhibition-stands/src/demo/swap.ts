import type { INestApplicationContext } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { momentAt, type DemoClock } from '#platform';
import { ReadCurrent } from '../published/read-current.js';
import { AnswerSwap } from '../swaps/answer-swap.js';
import { AskForSwap } from '../swaps/ask-for-swap.js';
import { volunteers, type DemoMoment } from './volunteers.js';

/** A shift of one of the two. */
interface Side {
  readonly name: string;
  /** When their shift begins. */
  readonly at: DemoMoment;
}

const asker: Side = { name: 'Carys Specimen', at: [2, '09:00'] };
const other: Side = { name: 'Wanda Twohats', at: [1, '16:30'] };

const note =
  'Our group meets on Monday morning, and I would be late. Could you do that, and I stay on Sunday?';

/**
 * Two are agreed to swap their shifts, which staff have to approve.
 *
 * @param first the stand's first day
 * @param members ids in the order of the volunteers
 */
export async function askToSwap(
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
  clock.put(today.subtract({ days: 1 }), '17:25');
  const current = await app.get(ReadCurrent).of(exhibitionId);
  const sideOf = ({ name, at: [day, time] }: Side) => {
    const memberId = members[volunteers.findIndex((volunteer) => volunteer.name === name)] ?? '';
    const start = momentAt(first.add({ days: day }), time);
    const own = current.find((one) => one.memberId === memberId && one.terms.start.equals(start));
    return { who: { exhibitionId, memberId }, assignmentId: own?.id ?? '' };
  };
  const [asking, asked] = [sideOf(asker), sideOf(other)];
  const correlationId = 'demonstration';
  const wanted = { assignmentId: asked.assignmentId };
  const id = await app.get(AskForSwap).run(asking.who, asking.assignmentId, wanted, note, correlationId);
  clock.put(today.subtract({ days: 1 }), '19:50');
  await app.get(AnswerSwap).run(asked.who, id, 'accept', correlationId);
}
