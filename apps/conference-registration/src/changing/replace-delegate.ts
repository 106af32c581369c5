import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { problemsOf } from '#checks';
import { AskForMail } from '#messaging';
import { FindPerson } from '#people';
import { type Actor, dateOf, hashOfLinkSecret, Transactions, unprocessable } from '#platform';
import {
  ticketTypeIdsOf,
  type BookedDelegate,
  type BookingDetails,
} from '../booking-page/booking-details.js';
import { DelegateRow } from '../bookings/delegate.entity.js';
import { delegateFactsOf } from '../confirming/tell-confirmed.js';
import { DelegateLinks } from '../delegates/delegate-links.js';
import { mustNotWriteTooMuch } from '../delegates/mail-allowance.js';
import { checkDelegate, delegateFields, type DelegateDetails } from '../delegates/domain/delegate-details.js';
import { delegateIn, mustBeSeen, type DelegatePart } from '../delegates/save-delegate.js';
import { AnswerStore } from '../questions/answer-store.js';
import { forgetAnswers } from '../questions/forget-answers.js';
import type { Answer, Answers } from '../questions/domain/answer.js';
import { questionsFor } from '../questions/domain/asked.js';
import { asksApprovalAgain } from '../questions/domain/changed-answers.js';
import { checkAnswers } from '../questions/domain/check-answers.js';
import { TellBooking } from '../telling/tell-booking.js';
import { CLOCK, type Clock } from '../tokens.js';
import { ChangeMails } from './change-mails.js';
import { approvalAsked } from './change-words.js';
import { OpenChange } from './open-change.js';
import { WriteChange } from './write-change.js';

/** What is said of whoever takes the place. */
export type NewPerson = Omit<DelegatePart, 'tickets'>;

/**
 * Puts somebody else in a delegate's place: the ticket, the add-ons and their price stay. What the former person answered is
 * deleted, and asked again of the new one.
 */
@Injectable()
export class ReplaceDelegate {
  constructor(
    private readonly transactions: Transactions,
    private readonly open: OpenChange,
    private readonly answers: AnswerStore,
    private readonly people: FindPerson,
    private readonly links: DelegateLinks,
    private readonly writeChange: WriteChange,
    private readonly tell: TellBooking,
    private readonly askForMail: AskForMail,
    private readonly mails: ChangeMails,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Doing it twice does it once.
   *
   * @param person with `so-far` the questions may be answered later, by themselves
   * @throws Problem 404; 409 `changed-meanwhile`, `too-many-mails`, or as `OpenChange`; 422 with every field that needs attention
   */
  run(actor: Actor, key: string, number: number, person: NewPerson): Promise<BookedDelegate> {
    return this.transactions.run(async (manager) => {
      const { details, actor: who } = await this.open.run(manager, actor, key, 'people');
      const former = delegateIn(details, number);
      const { catalogue } = details;
      const asked = { of: 'delegate', ticketTypeIds: ticketTypeIdsOf(former) } as const;
      const given = new Map<string, Answer>(person.answers);
      // Which file it will be is known when it is kept; until then it counts as one that is there.
      for (const [id, { name }] of person.files) given.set(id, { fileId: '', name });
      const checked = checkDelegate(person.details);
      const answered = checkAnswers(catalogue.questions, asked, given, person.completeness);
      if (!checked.ok || !answered.ok) throw unprocessable(problemsOf(checked, answered));
      if (delegateFields.every((field) => former.delegate[field] === checked.value[field])) return former;
      mustBeSeen(former, person.version);
      const own = { id: details.booking.id, delegates: details.delegates.length };
      await mustNotWriteTooMuch(manager, actor.identity, own, this.clock());
      const answers = await this.writeAnswers(manager, details, former, person, answered.value);
      const isAskedAgain =
        former.delegate.status === 'confirmed' &&
        asksApprovalAgain(questionsFor(catalogue.questions, asked), former.answers, answers);
      const row = await this.writeRow(manager, former.delegate, checked.value, isAskedAgain);
      const now: BookedDelegate = { ...former, delegate: row, answers };
      await this.say(manager, who, { details, former, now, isAskedAgain });
      return now;
    });
  }

  private async writeAnswers(
    manager: EntityManager,
    { booking, catalogue }: BookingDetails,
    former: BookedDelegate,
    { files }: NewPerson,
    answers: Answers,
  ): Promise<Answers> {
    await forgetAnswers(manager, [former.delegate.id], 'all');
    const subject = { bookingId: booking.id, delegateId: former.delegate.id };
    const kept = new Map(answers);
    for (const [id, file] of files) {
      if (kept.has(id)) kept.set(id, await this.answers.addFile(manager, subject, id, file));
    }
    const asked = { of: 'delegate', ticketTypeIds: ticketTypeIdsOf(former) } as const;
    await this.answers.write(manager, subject, questionsFor(catalogue.questions, asked), kept);
    return kept;
  }

  private async writeRow(
    manager: EntityManager,
    former: DelegateRow,
    details: DelegateDetails,
    isAskedAgain: boolean,
  ): Promise<DelegateRow> {
    const { email } = details;
    const found = email === null ? null : await this.people.byEmails([email], manager);
    const change = {
      ...details,
      ...(isAskedAgain && { status: 'applied' as const }),
      personId: found?.get((email ?? '').toLowerCase())?.id ?? null,
      secretHash: email === null ? null : hashOfLinkSecret(this.links.secretFor(former, email)),
      invitedAt: null,
      filledInAt: dateOf(this.clock()),
      version: former.version + 1,
    };
    await manager.update(DelegateRow, { id: former.id }, change);
    return { ...former, ...change };
  }

  private async say(manager: EntityManager, actor: Actor, { details, former, now, isAskedAgain }: Replaced) {
    const correlationId = actor.requestId;
    const after = await this.writeChange.run(manager, withDelegate(details, now), {
      act: 'delegate-replaced',
      details: {
        number: now.delegate.number,
        before: { name: former.delegate.name, email: former.delegate.email },
        after: { name: now.delegate.name, email: now.delegate.email },
      },
      actor,
    });
    const { status, version } = now.delegate;
    const hadPlace = former.delegate.status === 'confirmed' || former.ticket?.place.status === 'confirmed';
    if (hadPlace) {
      await this.tell.delegatesConfirmed(
        manager,
        [delegateFactsOf(now, after.booking.organisationId)],
        correlationId,
      );
    }
    const isSameMailbox = former.delegate.email?.toLowerCase() === now.delegate.email?.toLowerCase();
    const lost = { because: 'replaced', reason: null } as const;
    await this.askForMail.all(manager, [
      ...this.mails.bookingChanged(after, {
        changes: [
          `${now.delegate.name} takes the place of ${former.delegate.name}.`,
          ...(isAskedAgain ? [approvalAsked(now.delegate.name)] : []),
        ],
        correlationId,
      }),
      ...(hadPlace && !isSameMailbox
        ? this.mails.placeLost(after, former.delegate, version, lost, correlationId)
        : []),
      ...(status === 'confirmed'
        ? this.mails.registered(after, now, correlationId, former.delegate.name)
        : []),
    ]);
  }
}

interface Replaced {
  readonly details: BookingDetails;
  readonly former: BookedDelegate;
  readonly now: BookedDelegate;
  readonly isAskedAgain: boolean;
}

/** The booking with one delegate as they are from now on. */
export const withDelegate = (details: BookingDetails, now: BookedDelegate): BookingDetails => ({
  ...details,
  delegates: details.delegates.map((booked) => (booked.delegate.id === now.delegate.id ? now : booked)),
});
