import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Temporal } from 'temporal-polyfill';
import type { DataSource } from 'typeorm';
import type { Exhibition } from '../exhibitions/domain/exhibition.js';
import { FindExhibition } from '../exhibitions/find-exhibition.js';
import type { StandShift } from '../shifts/domain/shift.js';
import { ShiftsRepository } from '../shifts/shifts.repository.js';
import { TeamLinks } from '../team/team-links.js';
import { TeamMemberRow } from '../team/team-member.entity.js';
import { CLOCK, type Clock } from '../tokens.js';
import { CoverRepository } from './cover.repository.js';
import { askStateOf, type AskState } from './domain/cover-ask.js';

/** Somebody who is asked to step in, as they see it. */
export interface AskedMember {
  readonly exhibition: Exhibition;
  readonly name: string;
  /** Where all their shifts are. */
  readonly ownPath: string;
  /** `null`: there is no such shift any more. */
  readonly shift: StandShift | null;
  readonly state: AskState;
  /** What is to be said: `open` while an answer counts. */
  readonly stands: 'open' | 'yours' | 'declined' | 'filled' | 'closed';
  readonly until: Date | null;
  readonly isForAll: boolean;
}

/** Reads what somebody is asked, by the link of that one question. */
@Injectable()
export class ReadAsk {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly covers: CoverRepository,
    private readonly exhibitions: FindExhibition,
    private readonly shifts: ShiftsRepository,
    private readonly links: TeamLinks,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 */
  async of(secret: string): Promise<AskedMember> {
    const { ask, request } = await this.covers.bySecret(secret);
    const [exhibition, shifts, member] = await Promise.all([
      this.exhibitions.byId(request.exhibitionId),
      this.shifts.list(request.exhibitionId),
      this.dataSource.manager.findOneByOrFail(TeamMemberRow, { id: ask.teamMemberId }),
    ]);
    const shift = shifts.find(({ id }) => id === request.shiftId) ?? null;
    const state = askStateOf(ask.state);
    const isOver =
      shift === null ||
      Temporal.Instant.compare(shift.end, this.clock()) <= 0 ||
      exhibition.status === 'over' ||
      exhibition.status === 'cancelled';
    return {
      exhibition,
      name: member.name,
      ownPath: this.links.pathFor(member),
      shift,
      state,
      stands: standOf(state, request.status, isOver),
      until: ask.until,
      isForAll: request.mode === 'all',
    };
  }
}

function standOf(state: AskState, request: string, isOver: boolean): AskedMember['stands'] {
  if (state === 'accepted') return 'yours';
  if (state === 'filled' || request === 'filled') return 'filled';
  if (state === 'closed' || request !== 'open' || isOver) return 'closed';
  return state === 'declined' ? 'declined' : 'open';
}
