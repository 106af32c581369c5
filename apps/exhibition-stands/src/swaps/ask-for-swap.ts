import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { v7 as uuidv7 } from 'uuid';
import { checkOptionalText, type Checked } from '#checks';
import { conflict, dateOf, Transactions, unprocessable } from '#platform';
import { noSuchOwnShift } from '../day/drop-out.js';
import type { ToldAssignment } from '../published/read-current.js';
import { OpenMember, type Who } from '../team/open-member.js';
import { isAllowed, judgeSwap } from './domain/judge-swap.js';
import { isOpen, type Swap, type SwapWish } from './domain/swap.js';
import { exchangeOf, partOf, ReadSituation, type Situation } from './read-situation.js';
import { SwapMails } from './swap-mails.js';
import { SwapsRepository } from './swaps.repository.js';

/** Longest note to whoever is asked, in characters. */
export const longestNote = 500;

/** How many somebody may ask at a time, and within a day: each of them gets a mail. */
export const mostAsked = { open: 5, aDay: 15 } as const;

/** Whom somebody asks: for a shift of theirs, by their part in it, or to take the shift and give none. */
export type AskedFor = { readonly assignmentId: string } | { readonly memberId: string };

/** What the asker writes; they need not. */
export const checkNote = (text: string): Checked<string | null> =>
  checkOptionalText(text, 'note', { longest: longestNote, manyLines: true });

/** Somebody asks another of the team to swap a shift, or to take it. */
@Injectable()
export class AskForSwap {
  constructor(
    private readonly transactions: Transactions,
    private readonly members: OpenMember,
    private readonly situations: ReadSituation,
    private readonly swaps: SwapsRepository,
    private readonly mails: SwapMails,
  ) {}

  /**
   * The same asked once more while it is open changes nothing.
   *
   * @returns the swap's id
   * @throws Problem 404; 409 `exhibition-over`, `shift-begun`, `being-changed`, `already-asked`, `too-many-asked`; 422
   *   `not-possible` where the two cannot swap
   */
  run(
    who: Who,
    assignmentId: string,
    wanted: AskedFor,
    note: string,
    correlationId: string,
  ): Promise<string> {
    return this.transactions.run(async (manager) => {
      const { row, exhibition } = await this.members.underLock(manager, who);
      const situation = await this.situations.of(exhibition.id, manager);
      const own = situation.current.get(assignmentId);
      if (own?.memberId !== row.id) throw noSuchOwnShift();
      const earlier = await this.swaps.ofMember(row.id, manager);
      const wish = wishOf(situation, own, wanted);
      const open = earlier.find(
        (swap) => isOpen(swap.status) && swap.given.assignmentId === own.id && swap.otherId === wish?.otherId,
      );
      if (open !== undefined && open.taken?.assignmentId === wish?.taken?.assignmentId) return open.id;
      mustBeOpen(situation, own);
      if (wish === null || !isAllowed(judgeSwap(situation, exchangeOf(wish)))) throw notPossible();
      if (open !== undefined) throw alreadyAsked(situation.members.get(wish.otherId)?.name ?? 'them');
      mustNotAskTooMany(
        earlier.filter(({ askerId }) => askerId === row.id),
        situation.now,
      );
      const askedAt = dateOf(situation.now);
      const swap = await this.swaps.add(manager, uuidv7(), exhibition.id, { ...wish, note, askedAt });
      await this.mails.asked(manager, exhibition, swap, correlationId);
      return swap.id;
    });
  }
}

/** @param own what somebody asked on this stand, whatever came of it @throws Problem 409 `too-many-asked` */
function mustNotAskTooMany(own: readonly Swap[], now: Temporal.Instant): void {
  if (own.filter(({ status }) => isOpen(status)).length >= mostAsked.open) {
    throw conflict(
      'too-many-asked',
      `You are waiting for ${mostAsked.open} answers already. Wait for one of them, or withdraw one, before you ask somebody else.`,
    );
  }
  const since = now.subtract({ hours: 24 }).epochMilliseconds;
  if (own.filter(({ askedAt }) => askedAt.getTime() > since).length >= mostAsked.aDay) {
    throw conflict(
      'too-many-asked',
      'You have asked a great many people since yesterday. Call whoever looks after the stand: they can help.',
    );
  }
}

/** @returns `null`: there is no such shift, or nobody like that */
function wishOf({ open, members }: Situation, own: ToldAssignment, wanted: AskedFor): SwapWish | null {
  const mine = { askerId: own.memberId, given: partOf(own) };
  if ('memberId' in wanted) {
    return members.has(wanted.memberId) ? { ...mine, otherId: wanted.memberId, taken: null } : null;
  }
  const theirs = open.find(({ id }) => id === wanted.assignmentId);
  return theirs === undefined ? null : { ...mine, otherId: theirs.memberId, taken: partOf(theirs) };
}

/** @throws Problem 409 where a shift of somebody's own cannot be swapped any more, or not now */
export function mustBeOpen({ open, now }: Situation, own: ToldAssignment): void {
  if (open.some(({ id }) => id === own.id)) return;
  if (own.status === 'dropped-out') throw noSuchOwnShift();
  if (own.status !== 'assigned' || Temporal.Instant.compare(own.terms.start, now) <= 0) {
    throw conflict(
      'shift-begun',
      'This shift has begun, so it cannot be swapped. Call whoever looks after the stand.',
    );
  }
  throw conflict(
    'being-changed',
    'This shift is about to change, so it cannot be swapped at the moment. You will be told once it is settled.',
  );
}

const notPossible = () =>
  unprocessable([
    {
      field: 'with',
      code: 'not-possible',
      message: 'This is not possible any more. Choose again from what is possible now.',
    },
  ]);

const alreadyAsked = (name: string) =>
  conflict('already-asked', `You have asked ${name} about this shift already. Withdraw that first.`);
