import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { conflict, dateOf, Transactions, unprocessable, valueOf } from '#platform';
import type { Exhibition } from '../exhibitions/domain/exhibition.js';
import { CLOCK, type Clock } from '../tokens.js';
import { AskedSlots } from './asked-slots.js';
import {
  isSameSpan,
  withException,
  withoutException,
  type Availability,
  type SaidSpan,
} from './domain/availability.js';
import {
  checkAvailability,
  isAsked,
  mostSpans,
  timesOf,
  type AvailabilityInput,
} from './domain/check-availability.js';
import { checkException, mostExceptions, type ExceptionInput } from './domain/exception-input.js';
import { statusAfter, statusOf } from './domain/member-status.js';
import { answered, type Answer, type SlotDay } from './domain/slots.js';
import type { Span } from './domain/spans.js';
import { OpenMember, type Who } from './open-member.js';
import { SaidRepository } from './said.repository.js';
import { TeamMemberRow } from './team-member.entity.js';

interface Asked {
  readonly exhibition: Exhibition;
  readonly days: readonly SlotDay[];
  /** Opening hours and what people are asked about. */
  readonly times: readonly Span[];
}

type Change = (availability: Availability, asked: Asked) => Availability;

/** What somebody says of when they can be on the stand. It answers the invitation, and takes back that they cannot come. */
@Injectable()
export class SayAvailability {
  constructor(
    private readonly transactions: Transactions,
    private readonly members: OpenMember,
    private readonly slots: AskedSlots,
    private readonly said: SaidRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * A word on some slots; what was said of others stays.
   *
   * @throws Problem 404; 409 `exhibition-over`; 422 where a slot is not in the time of the stand, or nothing is said at all
   */
  answer(who: Who, answers: readonly Answer[]): Promise<void> {
    return this.change(who, ({ said, exceptions }, { days, times }) => {
      const outside = answers.findIndex(({ span }) => !isAsked(span, times));
      if (outside >= 0) throw outsideHours(`answers.${outside}`);
      const now = { said: answered(said, timesOf(days), answers), exceptions };
      if (now.said.length === 0) throw nothingYet();
      return now;
    });
  }

  /** @throws Problem 404; 409 `exhibition-over`; 422 */
  except(who: Who, input: ExceptionInput): Promise<void> {
    return this.change(who, ({ said, exceptions }, { exhibition }) => {
      const more = valueOf(checkException(input, exhibition.days, exhibition.zone));
      if (exceptions.length >= mostExceptions) throw tooMany();
      return { said, exceptions: withException(exceptions, more) };
    });
  }

  /** That an exception holds no longer; what was said of its time before does again. One that is gone is no matter. */
  takeBack(who: Who, exception: Span): Promise<void> {
    return this.change(who, ({ said, exceptions }) => ({
      said,
      exceptions: withoutException(exceptions, exception),
    }));
  }

  /** They can come after all: what they said before holds again. @throws Problem 404; 409 `exhibition-over` */
  comeBack(who: Who): Promise<void> {
    return this.change(who, (availability) => availability);
  }

  /**
   * All of it at once.
   *
   * @param version that was seen; `null`: whatever there is
   * @throws Problem 404; 409 `exhibition-over`, `edited-meanwhile`; 422
   */
  replace(who: Who, input: AvailabilityInput, version: number | null): Promise<void> {
    return this.change(who, (_, { times }) => valueOf(checkAvailability(input, times)), version);
  }

  private change(who: Who, change: Change, version: number | null = null): Promise<void> {
    return this.transactions.run(async (manager) => {
      const { row, exhibition } = await this.members.forChange(manager, who);
      if (version !== null && version !== row.version) throw editedMeanwhile();
      const days = await this.slots.of(exhibition, manager);
      const hours = exhibition.days.map(({ start, end }) => ({ from: start, until: end }));
      const before = await this.said.one(manager, row.id);
      const now = change(before, { exhibition, days, times: [...hours, ...timesOf(days)] });
      if (now.said.length > mostSpans) throw tooMany();
      await this.keep(manager, row, before, now);
    });
  }

  /** What changes nothing (a second press) leaves the time of the answer as it is. */
  private async keep(
    manager: EntityManager,
    row: TeamMemberRow,
    before: Availability,
    now: Availability,
  ): Promise<void> {
    const status = statusAfter(statusOf(row.status), 'answer');
    if (status === null) throw hasLeft();
    if (status === row.status && isSame(before, now)) return;
    await this.said.write(manager, row.id, now);
    const change = { status, answeredAt: dateOf(this.clock()), version: row.version + 1 };
    await manager.update(TeamMemberRow, { id: row.id }, change);
  }
}

const isSame = (one: Availability, other: Availability): boolean =>
  isSameList(one.said, other.said, (a: SaidSpan, b: SaidSpan) => a.kind === b.kind) &&
  isSameList(one.exceptions, other.exceptions, (a, b) => a.why === b.why);

const isSameList = <Each extends Span>(
  one: readonly Each[],
  other: readonly Each[],
  isAlike: (a: Each, b: Each) => boolean,
): boolean =>
  one.length === other.length &&
  one.every((span, index) => {
    const twin = other[index];
    return twin !== undefined && isSameSpan(span, twin) && isAlike(span, twin);
  });

const outsideHours = (field: string) =>
  unprocessable([
    {
      field,
      code: 'outside-the-hours',
      message: 'This is not within the hours of the stand. Open the page again: they may have changed.',
    },
  ]);

const nothingYet = () =>
  unprocessable([
    {
      field: '',
      code: 'nothing-said',
      message:
        'Choose when you can come, for one time at least. If you cannot come at all, tell us so below.',
    },
  ]);

const tooMany = () =>
  unprocessable([
    {
      field: '',
      code: 'too-many',
      message: 'This is more than we can keep. Join times that follow one another.',
    },
  ]);

export const editedMeanwhile = () =>
  conflict('edited-meanwhile', 'This was changed since you read it. Read it again, then change it.');

export const hasLeft = () =>
  conflict('has-left', 'They are not in the team any more. Invite them again first.');
