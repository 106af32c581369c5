import { randomUUID } from 'node:crypto';
import type { SystemOptions } from '#launcher';
import type { z } from 'zod';
import type {
  countOutput,
  countsOutput,
  takenOutput,
} from '../../../apps/study-visits/src/head-counts/api/head-counts.schema.js';
import type { Answer, StagedTraveller, StagedVisit } from '../stage.js';
import { coachInput, startTravel, type LegBody, type TravelStage } from '../travel/travel-stage.js';

export type CountJson = z.output<typeof countOutput>;
export type CountsJson = z.output<typeof countsOutput>;
export type TakenJson = z.output<typeof takenOutput>;

export interface Party {
  readonly visit: StagedVisit;
  readonly leg: LegBody;
  readonly leader: StagedTraveller;
  readonly other: StagedTraveller;
  /** Delegates, by name; all of them and both leaders are on the leg. */
  readonly delegates: readonly [StagedTraveller, ...StagedTraveller[]];
}

/** A mark of somebody; nothing is known unless said otherwise. */
export const mark = (
  { id }: Pick<StagedTraveller, 'id'>,
  kind: 'here' | 'elsewhere' | 'missing' | 'open',
  over: readonly string[] = [],
) => ({
  id: randomUUID(),
  travellerId: id,
  kind,
  over,
  leave: kind === 'elsewhere' ? { allowedBy: 'Bo', place: 'At the bank', until: '7pm' } : null,
  madeAt: '2026-03-11T11:05:00Z',
});

export interface CountsStage extends TravelStage {
  /** A coach with delegates of these names and two who lead the visit. */
  party(
    this: void,
    names?: readonly [string, ...string[]],
    leaderNames?: readonly [string, string],
  ): Promise<Party>;
  /** What somebody who leads the visit does by their link, as a program. */
  own<Body>(
    this: void,
    method: 'GET' | 'POST',
    leader: Pick<StagedTraveller, 'secret'>,
    path: string,
    body?: object,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answer<Body>>;
}

export async function startCounts(options: SystemOptions = {}): Promise<CountsStage> {
  const stage = await startTravel(options);
  return {
    ...stage,
    party: async (all = ['Ann Example', 'Bo Example', 'Cy Example'], leaderNames) => {
      const visit = await stage.visit({ title: 'Mondragon and the valley' });
      const leg = await stage.leg(visit, { ...coachInput, seats: 49 });
      const phone = { phone: '+44 7700 900123' };
      const [first, second] = leaderNames ?? ['Lee Leader', 'Max Leader'];
      const leader = await stage.traveller(visit, { name: first, part: 'leader', columns: phone });
      const other = await stage.traveller(visit, { name: second, part: 'leader', columns: phone });
      const [name, ...names] = all;
      const delegate = (each: string) => stage.traveller(visit, { name: each, columns: phone });
      const delegates: [StagedTraveller, ...StagedTraveller[]] = [await delegate(name)];
      for (const each of names) delegates.push(await delegate(each));
      await stage.ask('POST', `/visits/${visit.id}/legs/${leg.id}/everybody`);
      return { visit, leg, leader, other, delegates };
    },
    own: (method, { secret }, path, body, headers = {}) =>
      stage.api(method, `/traveller-links/${secret}/head-counts${path}`, headers, body),
  };
}
