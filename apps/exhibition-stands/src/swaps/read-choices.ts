import { Injectable } from '@nestjs/common';
import { noSuchOwnShift } from '../day/drop-out.js';
import type { Exhibition } from '../exhibitions/domain/exhibition.js';
import type { ToldAssignment } from '../published/read-current.js';
import { OpenMember } from '../team/open-member.js';
import { mustBeOpen } from './ask-for-swap.js';
import { choicesFor, type Held } from './domain/judge-swap.js';
import { isOpen } from './domain/swap.js';
import { ReadSituation } from './read-situation.js';
import { SwapsRepository } from './swaps.repository.js';

/** A shift of another that would work for both. */
export interface ExchangeChoice {
  readonly assignment: ToldAssignment;
  readonly name: string;
}

/** For what somebody could swap a shift of theirs, and to whom they could give it. Why not for others is not in it. */
export interface SwapChoicesOf {
  readonly exhibition: Exhibition;
  readonly own: ToldAssignment;
  /** In the order in which they begin. */
  readonly exchanges: readonly ExchangeChoice[];
  /** In the order of their names. */
  readonly gifts: readonly { readonly memberId: string; readonly name: string }[];
  /** Staff want just them to do it. */
  readonly isPinned: boolean;
}

/** Finds what a shift could be swapped for, by what people were told. */
@Injectable()
export class ReadChoices {
  constructor(
    private readonly members: OpenMember,
    private readonly situations: ReadSituation,
    private readonly swaps: SwapsRepository,
  ) {}

  /** Whom somebody has asked about this shift already is left out. @throws Problem 404; 409 `shift-begun`, `being-changed` */
  async of(secret: string, assignmentId: string): Promise<SwapChoicesOf> {
    const { row, exhibition } = await this.members.read({ secret });
    const situation = await this.situations.of(exhibition.id);
    const own = situation.current.get(assignmentId);
    if (own?.memberId !== row.id) throw noSuchOwnShift();
    mustBeOpen(situation, own);
    const asked = new Set(
      (await this.swaps.ofMember(row.id))
        .filter((swap) => isOpen(swap.status) && swap.given.assignmentId === own.id)
        .map(({ otherId }) => otherId),
    );
    const theirs = new Map(
      situation.open
        .filter(({ memberId }) => memberId !== row.id && !asked.has(memberId))
        .map((one) => [`${one.shiftId} ${one.memberId}`, one]),
    );
    const offered = [...theirs.values()].map(
      ({ shiftId: shift, memberId: member, terms: { isLead } }): Held => ({ shift, member, isLead }),
    );
    const { exchanges, gifts } = choicesFor(situation, { asker: row.id, given: own.shiftId }, offered);
    const nameOf = (id: string) => situation.members.get(id)?.name ?? '';
    return {
      exhibition,
      own,
      exchanges: exchanges.flatMap(({ other, taken }): ExchangeChoice[] => {
        const assignment = theirs.get(`${taken} ${other}`);
        return assignment === undefined ? [] : [{ assignment, name: nameOf(other) }];
      }),
      gifts: gifts
        .filter(({ other }) => !asked.has(other))
        .map(({ other }) => ({ memberId: other, name: nameOf(other) }))
        .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB')),
      isPinned: situation.timetable.problem.pinned.some(
        ({ person, slot }) => person === row.id && slot === own.shiftId,
      ),
    };
  }
}
