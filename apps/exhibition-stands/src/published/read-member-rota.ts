import { Inject, Injectable } from '@nestjs/common';
import { minutesOf, turnouts, type Turnout } from '../afterwards/domain/hours.js';
import { DraftsRepository } from '../board/drafts.repository.js';
import type { Exhibition } from '../exhibitions/domain/exhibition.js';
import { ShiftsRepository } from '../shifts/shifts.repository.js';
import { CLOCK, type Clock } from '../tokens.js';
import { diffRota, hasIt, type RotaDiff } from './domain/rota-diff.js';
import { ReadCurrent, type ToldAssignment } from './read-current.js';
import { ReadRota } from './read-rota.js';
import { wantedBy } from './wanted-by.js';

/** A shift that somebody has or had, as they were told of it. */
export interface MemberShift {
  readonly told: ToldAssignment;
  readonly turnout: Turnout;
  /** Whether the shift is one of the exhibition's still. */
  readonly isThere: boolean;
}

/** What a rota has for one of its team, as staff see it. */
export interface MemberRota {
  /** By what is published and has happened since, in the order in which they begin. */
  readonly shifts: readonly MemberShift[];
  /** In all, of shifts that they have. */
  readonly minutes: number;
  /** Of those, in shifts that have ended. */
  readonly minutesStood: number;
  /** What publishing the draft would change for them. */
  readonly draft: RotaDiff;
  /** Whether anything is published. */
  readonly isPublished: boolean;
}

/** Reads the shifts of one of a team: what they were told, and what the draft would change of it. */
@Injectable()
export class ReadMemberRota {
  constructor(
    private readonly currents: ReadCurrent,
    private readonly shifts: ShiftsRepository,
    private readonly drafts: DraftsRepository,
    private readonly rotas: ReadRota,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @param memberId of somebody of that exhibition's team */
  async of(exhibition: Exhibition, memberId: string): Promise<MemberRota> {
    const [all, shifts, { places }, last] = await Promise.all([
      this.currents.of(exhibition.id),
      this.shifts.list(exhibition.id),
      this.drafts.read(exhibition.id),
      this.rotas.last(exhibition.id),
    ]);
    const now = this.clock();
    const came = turnouts(all, now, exhibition.zone);
    const told = all.filter((one) => one.memberId === memberId);
    const there = new Set(shifts.map(({ id }) => id));
    // In the order of time, as shifts are.
    const order = new Map(shifts.map(({ id }, index) => [id, index]));
    const drafted = {
      places: places
        .filter(({ member }) => member === memberId)
        .toSorted((a, b) => (order.get(a.shift) ?? 0) - (order.get(b.shift) ?? 0)),
      shifts,
    };
    const minutesIn = (some: readonly ToldAssignment[]) =>
      some.reduce((sum, { terms }) => sum + minutesOf(terms), 0);
    return {
      shifts: told.map((one) => ({
        told: one,
        turnout: came.get(one.id) ?? 'to-come',
        isThere: there.has(one.shiftId),
      })),
      minutes: minutesIn(told.filter(hasIt)),
      minutesStood: minutesIn(told.filter(({ id }) => came.get(id) === 'stood')),
      draft: diffRota(told, wantedBy(drafted, exhibition), last === null ? null : now),
      isPublished: last !== null,
    };
  }
}
