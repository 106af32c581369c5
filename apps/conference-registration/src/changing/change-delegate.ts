import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AskForMail } from '#messaging';
import { lockPeopleForChanges } from '#people';
import { type Actor, hashOfLinkSecret, Transactions } from '#platform';
import type { BookedDelegate, BookingDetails } from '../booking-page/booking-details.js';
import { ticketTypeIdsOf } from '../booking-page/booking-details.js';
import { DelegateRow } from '../bookings/delegate.entity.js';
import { delegateFactsOf } from '../confirming/tell-confirmed.js';
import { DelegateLinks } from '../delegates/delegate-links.js';
import { FillInOwnPart } from '../delegates/fill-in-own-part.js';
import { mustNotWriteTooMuch } from '../delegates/mail-allowance.js';
import { delegateIn, SaveDelegate, type DelegatePart } from '../delegates/save-delegate.js';
import { questionsFor } from '../questions/domain/asked.js';
import { asksApprovalAgain } from '../questions/domain/changed-answers.js';
import { TellBooking } from '../telling/tell-booking.js';
import { CLOCK, type Clock } from '../tokens.js';
import { ChangeMails } from './change-mails.js';
import { approvalAsked } from './change-words.js';
import { mustBeChangeable } from './may-change.js';
import { OpenChange } from './open-change.js';
import { withDelegate } from './replace-delegate.js';
import { WriteChange } from './write-change.js';

/** Details and answers as they are to be; tickets are another matter. */
export type ChangedPart = Omit<DelegatePart, 'tickets' | 'completeness'>;

/** Changes the details and answers of a delegate of a confirmed booking. */
@Injectable()
export class ChangeDelegate {
  constructor(
    private readonly transactions: Transactions,
    private readonly open: OpenChange,
    private readonly ownPart: FillInOwnPart,
    private readonly saveDelegate: SaveDelegate,
    private readonly links: DelegateLinks,
    private readonly writeChange: WriteChange,
    private readonly tell: TellBooking,
    private readonly askForMail: AskForMail,
    private readonly mails: ChangeMails,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Doing it twice does it once. Where an answer changes on which the approval of the place hung, staff decide again; the place
   * stays taken.
   *
   * @throws Problem 404; 409 `changed-meanwhile`, or as `OpenChange`; 422 with every field that needs attention
   */
  run(actor: Actor, key: string, number: number, part: ChangedPart): Promise<BookedDelegate> {
    return this.transactions.run(async (manager) => {
      const { details, actor: who } = await this.open.run(manager, actor, key, 'people');
      return this.change(manager, who, details, delegateIn(details, number), part, 'delegate-changed');
    });
  }

  /** The same by the delegate's own link. @returns the delegate, whose link goes with their address */
  own(actor: Actor, secret: string, part: ChangedPart): Promise<BookedDelegate> {
    return this.transactions.run(async (manager) => {
      await lockPeopleForChanges(manager);
      const { details, own } = await this.ownPart.within(manager, secret);
      mustBeChangeable(details, actor.identity, this.clock());
      return this.change(manager, actor, details, own, part, 'delegate-changed-themselves');
    });
  }

  private async change(
    manager: EntityManager,
    actor: Actor,
    details: BookingDetails,
    before: BookedDelegate,
    part: ChangedPart,
    act: 'delegate-changed' | 'delegate-changed-themselves',
  ): Promise<BookedDelegate> {
    const whole = { ...part, tickets: null, completeness: 'complete' } as const;
    const saved = await this.saveDelegate.write(manager, actor, details, before, whole, act);
    if (saved === before) return before;
    const now = await this.settle(manager, details, before, saved);
    const after = await this.writeChange.raise(manager, withDelegate(details, now), actor);
    const { delegate } = now;
    const isTaken = now.ticket?.place.status === 'confirmed';
    if (isTaken && delegate.personId !== before.delegate.personId) {
      const facts = delegateFactsOf(now, after.booking.organisationId);
      await this.tell.delegatesConfirmed(manager, [facts], actor.requestId);
    }
    const isAskedAgain = delegate.status !== before.delegate.status;
    const isElsewhere = delegate.email?.toLowerCase() !== before.delegate.email?.toLowerCase();
    if (isElsewhere) {
      const own = { id: details.booking.id, delegates: details.delegates.length };
      await mustNotWriteTooMuch(manager, actor.identity, own, this.clock());
    }
    await this.askForMail.all(manager, [
      ...(isAskedAgain
        ? this.mails.bookingChanged(after, {
            changes: [approvalAsked(delegate.name)],
            correlationId: actor.requestId,
          })
        : []),
      ...(isElsewhere && delegate.status === 'confirmed'
        ? this.mails.registered(after, now, actor.requestId)
        : []),
    ]);
    return now;
  }

  /** What follows from what was saved: another link for another address, and whether staff decide again. */
  private async settle(
    manager: EntityManager,
    { catalogue }: BookingDetails,
    before: BookedDelegate,
    saved: BookedDelegate,
  ): Promise<BookedDelegate> {
    const { delegate } = saved;
    const asked = { of: 'delegate', ticketTypeIds: ticketTypeIdsOf(saved) } as const;
    const isAskedAgain =
      delegate.status === 'confirmed' &&
      asksApprovalAgain(questionsFor(catalogue.questions, asked), before.answers, saved.answers);
    const change = {
      status: isAskedAgain ? ('applied' as const) : delegate.status,
      // Whoever takes their address out keeps their page.
      secretHash:
        delegate.email === null
          ? delegate.secretHash
          : hashOfLinkSecret(this.links.secretFor(delegate, delegate.email)),
    };
    await manager.update(DelegateRow, { id: delegate.id }, change);
    return { ...saved, delegate: { ...delegate, ...change } };
  }
}
