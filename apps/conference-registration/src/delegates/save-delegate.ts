import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { problemsOf } from '#checks';
import { FindPerson, lockPeopleForChanges } from '#people';
import { conflict, dateOf, notFound, Transactions, unprocessable, type Actor } from '#platform';
import type { AcceptedFile } from '#uploads';
import {
  ticketTypeIdsOf,
  type BookedDelegate,
  type BookingDetails,
} from '../booking-page/booking-details.js';
import { mustBeFilledIn, mustHavePlaces, named } from '../booking-page/filling-in.js';
import { ReadBooking } from '../booking-page/read-booking.js';
import { BookingHistory } from '../bookings/booking-history.js';
import type { BookingAct } from '../bookings/domain/acts.js';
import { DelegateRow } from '../bookings/delegate.entity.js';
import { FindBooking } from '../bookings/find-booking.js';
import { AnswerStore } from '../questions/answer-store.js';
import { sameAnswer, type Answer, type Answers } from '../questions/domain/answer.js';
import { checkAnswers, type Completeness } from '../questions/domain/check-answers.js';
import { changedAnswers } from '../questions/domain/changed-answers.js';
import { questionsFor } from '../questions/domain/asked.js';
import { CLOCK, type Clock } from '../tokens.js';
import { ChangeTickets, isOtherThan, type WantedTickets } from './change-tickets.js';
import {
  checkDelegate,
  delegateFields,
  type DelegateDetails,
  type DelegateInput,
} from './domain/delegate-details.js';

/** What is filled in of one delegate. */
export interface DelegatePart {
  readonly details: DelegateInput;
  /** `null`: as it is. */
  readonly tickets: WantedTickets | null;
  readonly answers: Answers;
  /** New files, by the questions that they answer. */
  readonly files: ReadonlyMap<string, AcceptedFile>;
  readonly completeness: Completeness;
  /** Of the delegate as whoever filled it in saw them; `null`: whatever it is. */
  readonly version: number | null;
}

/** Saves what is filled in of one delegate, all of it or nothing. */
@Injectable()
export class SaveDelegate {
  constructor(
    private readonly transactions: Transactions,
    private readonly findBooking: FindBooking,
    private readonly readBooking: ReadBooking,
    private readonly changeTickets: ChangeTickets,
    private readonly answers: AnswerStore,
    private readonly people: FindPerson,
    private readonly history: BookingHistory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @param key of the booking
   * @param number of the delegate within it
   * @throws Problem 404; 409 `edited-meanwhile`, `already-confirmed`, `hold-ran-out`, or as `TakePlaces`; 422 with every field
   *   that needs attention
   */
  async run(actor: Actor, key: string, number: number, part: DelegatePart): Promise<BookedDelegate> {
    const seen = await this.readBooking.of(await this.findBooking.forReading(actor, key));
    const isOther = part.tickets !== null && isOtherThan(delegateIn(seen, number), part.tickets);
    return this.transactions.run(async (manager) => {
      await lockPeopleForChanges(manager);
      const { booking, catalogue } = isOther
        ? await this.findBooking.forPlaces(manager, actor, key)
        : { booking: await this.findBooking.forChange(manager, actor, key), catalogue: undefined };
      if (isOther) mustHavePlaces(booking, this.clock());
      else mustBeFilledIn(booking, this.clock());
      let details = await this.readBooking.of(booking, manager, catalogue);
      if (isOther && part.tickets !== null) {
        const delegate = delegateIn(details, number);
        mustBeSeen(delegate, part.version);
        if (await this.changeTickets.run(manager, details, delegate, part.tickets)) {
          details = await this.readBooking.of(booking, manager, catalogue);
          await this.record(manager, actor, details, number, 'ticket-changed');
        }
      }
      return this.write(manager, actor, details, delegateIn(details, number), part, 'delegate-filled-in');
    });
  }

  /** The same within a transaction that has locked the booking, for somebody who changes no tickets. */
  async write(
    manager: EntityManager,
    actor: Actor,
    details: BookingDetails,
    booked: BookedDelegate,
    part: DelegatePart,
    act: BookingAct,
  ): Promise<BookedDelegate> {
    const { delegate } = booked;
    const { booking, catalogue } = details;
    const asked = { of: 'delegate', ticketTypeIds: ticketTypeIdsOf(booked) } as const;
    const given = new Map<string, Answer>(part.answers);
    // Which file it will be is known when it is kept; until then it counts as one that is there.
    for (const [id, { name }] of part.files) given.set(id, { fileId: '', name });
    const checked = checkDelegate(part.details, part.completeness);
    const answered = checkAnswers(catalogue.questions, asked, given, part.completeness);
    if (!checked.ok || !answered.ok) throw unprocessable(problemsOf(checked, answered));
    const isSame =
      part.files.size === 0 &&
      delegateFields.every((field) => delegate[field] === checked.value[field]) &&
      changedAnswers(catalogue.questions, booked.answers, answered.value).length === 0;
    // Saved twice, it is saved.
    if (isSame && delegate.filledInAt !== null) return booked;
    mustBeSeen(booked, part.version);
    const subject = { bookingId: booking.id, delegateId: delegate.id };
    const isOther = !act.endsWith('-themselves') && isSomebodyElse(delegate, checked.value);
    // Somebody of the same name who has another mailbox is still who they were.
    const isRenamed = isOther && delegate.name !== checked.value.name;
    const kept = new Map(isRenamed ? withoutConfidences(booked, answered.value) : answered.value);
    for (const [id, file] of part.files) {
      if (kept.has(id)) kept.set(id, await this.answers.addFile(manager, subject, id, file));
    }
    await this.answers.write(
      manager,
      subject,
      questionsFor(catalogue.questions, asked),
      kept,
      saidBy(booked, kept, act),
    );
    const row = await this.writeRow(manager, delegate, checked.value, isOther);
    await this.record(manager, actor, details, delegate.number, act, checked.value.name);
    return { ...booked, delegate: row, answers: kept };
  }

  private async writeRow(
    manager: EntityManager,
    delegate: DelegateRow,
    details: DelegateDetails,
    isOther: boolean,
  ): Promise<DelegateRow> {
    const { email } = details;
    const found = email === null ? null : await this.people.byEmails([email], manager);
    const change = {
      ...details,
      // The link that was mailed to one person is not for another, who comes instead of them.
      ...(isOther && { secretHash: null }),
      personId: found?.get((email ?? '').toLowerCase())?.id ?? null,
      filledInAt: dateOf(this.clock()),
      version: delegate.version + 1,
    };
    await manager.update(DelegateRow, { id: delegate.id }, change);
    return { ...delegate, ...change };
  }

  private async record(
    manager: EntityManager,
    actor: Actor,
    { booking }: BookingDetails,
    number: number,
    act: BookingAct,
    name?: string,
  ): Promise<void> {
    await this.history.record(manager, {
      bookingId: booking.id,
      act,
      details: { number, ...(name !== undefined && { name }) },
      actor: named(actor, act.endsWith('-themselves') ? (name ?? '') : booking.bookerName),
    });
  }
}

/** What somebody said of themselves in confidence is nothing to whoever comes instead of them. */
const withoutConfidences = ({ answers, inConfidence }: BookedDelegate, given: Answers): Answers =>
  new Map(
    [...given].filter(
      ([id, answer]) => inConfidence.get(id) !== 'themselves' || !sameAnswer(answers.get(id), answer),
    ),
  );

/** Whether a booker has put another person down; one whose address alone is taken out stays who they are. */
function isSomebodyElse(before: DelegateRow, after: DelegateDetails): boolean {
  if (before.email?.toLowerCase() === after.email?.toLowerCase()) return false;
  return after.email !== null || (before.name !== '' && before.name !== after.name);
}

/** What the delegate has said by their own link: all of it now, or what nobody has changed since. */
function saidBy(
  { answers, inConfidence }: BookedDelegate,
  kept: Answers,
  act: BookingAct,
): ReadonlySet<string> {
  const ids = [...kept.keys()];
  if (act.endsWith('-themselves')) return new Set(ids);
  return new Set(
    ids.filter((id) => inConfidence.get(id) === 'themselves' && sameAnswer(answers.get(id), kept.get(id))),
  );
}

/** @throws Problem 404 when the booking has no such delegate (any more) */
export function delegateIn({ delegates }: BookingDetails, number: number): BookedDelegate {
  const found = delegates.find(
    ({ delegate }) => delegate.number === number && delegate.status !== 'cancelled',
  );
  if (found === undefined)
    throw notFound('This booking has no such delegate any more. Open the booking again.');
  return found;
}

/** @throws Problem 409 `changed-meanwhile` where somebody else has changed the delegate since */
export function mustBeSeen({ delegate }: BookedDelegate, version: number | null): void {
  if (version === null || version === delegate.version) return;
  throw conflict(
    'edited-meanwhile',
    'Somebody has changed this delegate since you opened the page. Check what is here, and save it again if it is right.',
  );
}
