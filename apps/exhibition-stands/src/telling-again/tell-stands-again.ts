import { Inject, Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { MoreThan, type EntityManager } from 'typeorm';
import { contractOf, type AppName } from '#contracts';
import { Outbox, type Outgoing, type TellAgain } from '#messaging';
import { dateOf } from '#platform';
import { standEventFacts } from '../events/event-facts.js';
import { StandEventRow } from '../events/stand-event.entity.js';
import type { Exhibition } from '../exhibitions/domain/exhibition.js';
import { exhibitionFacts } from '../exhibitions/exhibition-facts.js';
import { ExhibitionRow } from '../exhibitions/exhibition.entity.js';
import { FindExhibition } from '../exhibitions/find-exhibition.js';
import { hasIt } from '../published/domain/rota-diff.js';
import { ReadCurrent } from '../published/read-current.js';
import { shiftFactsOf } from '../published/shift-facts.js';
import { TeamMemberRow } from '../team/team-member.entity.js';
import { CLOCK, type Clock } from '../tokens.js';

type Told = Outgoing<
  | 'exhibition-stands.exhibition-published.v1'
  | 'exhibition-stands.stand-event-published.v1'
  | 'exhibition-stands.shift-assigned.v1'
>;

/** Tells an app of the exhibitions that are published, of what is to come on their stands, and of who is to be there. */
@Injectable()
export class TellStandsAgain implements TellAgain {
  constructor(
    private readonly outbox: Outbox,
    private readonly find: FindExhibition,
    private readonly currents: ReadCurrent,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(manager: EntityManager, to: AppName, correlationId: string): Promise<number> {
    const rows = await manager.find(ExhibitionRow, {
      select: { id: true },
      where: { status: 'published' },
      order: { firstDay: 'ASC' },
    });
    let told = 0;
    for (const { id } of rows) {
      const all = await this.of(manager, id, correlationId);
      const theirs = all.filter(({ type }) => contractOf(type).consumers.includes(to));
      await this.outbox.addAll(
        manager,
        theirs.map((each) => ({ ...each, to: [to] })),
      );
      told += theirs.length;
    }
    return told;
  }

  /** What has a version is read before what is told with it. */
  private async of(manager: EntityManager, id: string, correlationId: string): Promise<Told[]> {
    const now = this.clock();
    const current = await this.currents.of(id, manager);
    const shifts = current.filter((one) => hasIt(one) && Temporal.Instant.compare(now, one.terms.end) < 0);
    const events = await manager.findBy(StandEventRow, {
      exhibitionId: id,
      status: 'published',
      endsAt: MoreThan(dateOf(now)),
    });
    const exhibition = await this.find.byId(id, manager);
    const members = await manager.findBy(TeamMemberRow, { exhibitionId: id });
    const people = new Map(members.map((member) => [member.id, member.personId]));
    return [
      ...exhibitionTold(exhibition, correlationId),
      ...events.flatMap((event): Told[] => {
        const payload = standEventFacts(exhibition, event);
        if (payload === null) return [];
        const aggregate = { id: payload.id, version: payload.version };
        return [{ type: 'exhibition-stands.stand-event-published.v1', aggregate, correlationId, payload }];
      }),
      ...shifts.map((one): Told => {
        const payload = shiftFactsOf(one, exhibition, people.get(one.memberId) ?? null);
        const aggregate = { id: one.id, version: one.version };
        return { type: 'exhibition-stands.shift-assigned.v1', aggregate, correlationId, payload };
      }),
    ];
  }
}

function exhibitionTold(exhibition: Exhibition, correlationId: string): Told[] {
  const payload = exhibitionFacts(exhibition);
  if (payload === null) return [];
  const aggregate = { id: payload.id, version: payload.version };
  return [{ type: 'exhibition-stands.exhibition-published.v1', aggregate, correlationId, payload }];
}
