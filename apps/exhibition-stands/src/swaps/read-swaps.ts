import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Temporal } from 'temporal-polyfill';
import type { DataSource } from 'typeorm';
import type { Exhibition } from '../exhibitions/domain/exhibition.js';
import { ReadTeamNames } from '../published/read-team-names.js';
import { OpenMember } from '../team/open-member.js';
import type { TeamMemberRow } from '../team/team-member.entity.js';
import { CLOCK, type Clock } from '../tokens.js';
import { judgeSwap, type SwapRules } from './domain/judge-swap.js';
import { lapseOf } from './domain/lapse.js';
import { firstStart, isOpen, type Swap } from './domain/swap.js';
import type { Names } from './in-words.js';
import { LapseSwaps } from './lapse-swaps.js';
import { exchangeOf, ReadSituation } from './read-situation.js';
import { SwapsRepository } from './swaps.repository.js';

/** The swaps of somebody of a team, as they see them. */
export interface OwnSwaps {
  readonly member: TeamMemberRow;
  readonly exhibition: Exhibition;
  /** Those that wait for an answer of theirs first, then what is open besides, then what has ended of shifts to come. */
  readonly swaps: readonly Swap[];
  /** Of those in them. */
  readonly names: Names;
}

/** All swaps of an exhibition, as staff see them. */
export interface ExhibitionSwaps {
  readonly toApprove: readonly Swap[];
  /** Whoever was asked has not answered. */
  readonly asked: readonly Swap[];
  /** The newest first. */
  readonly ended: readonly Swap[];
  readonly names: Names;
}

/** Reads swaps as they stand: what nothing can come of any more has lapsed, also before that is written down. */
@Injectable()
export class ReadSwaps {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly swaps: SwapsRepository,
    private readonly lapse: LapseSwaps,
    private readonly members: OpenMember,
    private readonly teamNames: ReadTeamNames,
    private readonly situations: ReadSituation,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** All that concern one of a team. */
  async ofMember(member: TeamMemberRow, exhibition: Exhibition): Promise<OwnSwaps> {
    const all = await this.asTheyStand(exhibition.id, await this.swaps.ofMember(member.id));
    const now = this.clock();
    const rank = (swap: Swap) =>
      swap.status === 'asked' && swap.otherId === member.id ? 0 : isOpen(swap.status) ? 1 : 2;
    const swaps = all
      .filter((swap) => isOpen(swap.status) || Temporal.Instant.compare(firstStart(swap), now) > 0)
      .toSorted((a, b) => rank(a) - rank(b));
    return { member, exhibition, swaps, names: await this.namesIn(exhibition.id, swaps) };
  }

  /** By their own link. @throws Problem 404 */
  async bySecret(secret: string): Promise<OwnSwaps> {
    const { row, exhibition } = await this.members.read({ secret });
    return this.ofMember(row, exhibition);
  }

  /** One of them, also of what is past. @throws Problem 404 */
  async ownOne(secret: string, swapId: string): Promise<Omit<OwnSwaps, 'swaps'> & { readonly swap: Swap }> {
    const { row: member, exhibition } = await this.members.read({ secret });
    const found = await this.swaps.one(exhibition.id, swapId, undefined, member.id);
    const [swap = found] = await this.asTheyStand(exhibition.id, [found]);
    return { member, exhibition, swap, names: await this.namesIn(exhibition.id, [swap]) };
  }

  async ofExhibition(exhibitionId: string): Promise<ExhibitionSwaps> {
    const open = await this.asTheyStand(exhibitionId, await this.swaps.open(exhibitionId));
    const ended = await this.swaps.ended(exhibitionId);
    const all = [...open, ...ended];
    return {
      toApprove: open.filter(({ status }) => status === 'agreed'),
      asked: open.filter(({ status }) => status === 'asked'),
      ended: [...open.filter(({ status }) => !isOpen(status)), ...ended],
      names: await this.namesIn(exhibitionId, all),
    };
  }

  /** One of them with what the rules of the rota say of it now. @throws Problem 404 */
  async one(exhibitionId: string, swapId: string) {
    const found = await this.swaps.one(exhibitionId, swapId);
    const [swap = found] = await this.asTheyStand(exhibitionId, [found]);
    const situation = await this.situations.of(exhibitionId);
    const rules: SwapRules = isOpen(swap.status)
      ? judgeSwap(situation, exchangeOf(swap))
      : { asker: [], other: [] };
    return {
      swap,
      rules,
      exhibition: situation.exhibition,
      names: await this.namesIn(exhibitionId, [swap]),
    };
  }

  private async asTheyStand(exhibitionId: string, swaps: readonly Swap[]): Promise<readonly Swap[]> {
    if (!swaps.some(({ status }) => isOpen(status))) return swaps;
    const around = await this.lapse.around(this.dataSource.manager, exhibitionId, swaps, this.clock());
    return swaps.map((swap) => {
      const why = lapseOf(swap, around);
      return why === null ? swap : { ...swap, status: 'lapsed', lapsedWhy: why };
    });
  }

  private async namesIn(exhibitionId: string, swaps: readonly Swap[]): Promise<Names> {
    if (swaps.length === 0) return new Map();
    const team = await this.teamNames.of(exhibitionId);
    const ids = new Set(swaps.flatMap(({ askerId, otherId }) => [askerId, otherId]));
    return new Map([...team].filter(([id]) => ids.has(id)).map(([id, { name }]) => [id, name]));
  }
}
