import { Inject, Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Exhibition } from '../exhibitions/domain/exhibition.js';
import { hasIt } from '../published/domain/rota-diff.js';
import { ReadCurrent, type ToldAssignment } from '../published/read-current.js';
import { ReadTeamNames } from '../published/read-team-names.js';
import { StockOnStand, type StandStock } from '../stock/reading/stock-on-stand.js';
import { OpenMember } from '../team/open-member.js';
import type { TeamMemberRow } from '../team/team-member.entity.js';
import { CLOCK, type Clock } from '../tokens.js';
import { momentOf, type Moment } from './domain/presence.js';
import { inOrder } from './domain/in-order.js';
import { standNow, type StandNow } from './domain/stand-now.js';

/** A shift of somebody’s own on that day. */
export interface OwnShiftNow {
  readonly told: ToldAssignment;
  readonly moment: Moment;
}

/** Who is on the stand now, for a volunteer: names and times of shifts, and nothing else of anybody. */
export interface OwnNow {
  readonly member: TeamMemberRow;
  readonly exhibition: Exhibition;
  readonly now: Temporal.Instant;
  /** Theirs today and tomorrow, not over before today. */
  readonly own: readonly OwnShiftNow[];
  readonly stand: Pick<StandNow, 'on' | 'due' | 'late' | 'next'>;
  readonly names: ReadonlyMap<string, string>;
  readonly stock: readonly StandStock[];
}

@Injectable()
export class ReadOwnNow {
  constructor(
    private readonly members: OpenMember,
    private readonly currents: ReadCurrent,
    private readonly names: ReadTeamNames,
    private readonly stock: StockOnStand,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 */
  async of(secret: string): Promise<OwnNow> {
    const { row, exhibition } = await this.members.read({ secret });
    const team = await this.names.of(exhibition.id);
    const all = inOrder(await this.currents.of(exhibition.id), (id) => team.get(id)?.name ?? '');
    const now = this.clock();
    const { zone } = exhibition;
    const today = now.toZonedDateTimeISO(zone).toPlainDate();
    const days = new Set([today.toString(), today.add({ days: 1 }).toString()]);
    const { on, due, late, next } = standNow([], all, new Map(), now, zone);
    const shown = new Set([...on, ...due, ...late, ...next].map(({ memberId }) => memberId));
    return {
      member: row,
      exhibition,
      now,
      own: all
        .filter(
          (told) =>
            told.memberId === row.id &&
            (hasIt(told) || told.status === 'no-show') &&
            (days.has(told.terms.start.toZonedDateTimeISO(zone).toPlainDate().toString()) ||
              momentOf(told.terms, now) === 'during'),
        )
        .map((told) => ({ told, moment: momentOf(told.terms, now) })),
      stand: { on, due, late, next },
      stock: await this.stock.of(exhibition),
      names: new Map([...team].filter(([id]) => shown.has(id)).map(([id, { name }]) => [id, name])),
    };
  }
}
