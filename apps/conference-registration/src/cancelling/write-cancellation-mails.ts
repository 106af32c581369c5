import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AskForMail } from '#messaging';
import type { BookedDelegate, BookingDetails } from '../booking-page/booking-details.js';
import { nameOf } from '../booking-page/still-missing.js';
import { ChangeMails } from '../changing/change-mails.js';
import type { IssuedDocument } from '../money/write-document.js';
import type { Cancellation } from './cancellation.js';
import type { Refund } from './domain/refund.js';
import { placesCancelledEmail } from './emails/places-cancelled.email.js';

/** What was cancelled. */
export interface DoneCancellation {
  /** As it is afterwards. */
  readonly details: BookingDetails;
  /** Those who were cancelled, as they were. */
  readonly chosen: readonly BookedDelegate[];
  readonly refund: Refund;
  readonly creditNotes: readonly IssuedDocument[];
  readonly cancellation: Cancellation;
  readonly correlationId: string;
}

/** Writes to whoever booked, and to each delegate who takes part no more. */
@Injectable()
export class WriteCancellationMails {
  constructor(
    private readonly askForMail: AskForMail,
    private readonly mails: ChangeMails,
  ) {}

  async run(manager: EntityManager, done: DoneCancellation): Promise<void> {
    const { details, chosen, refund, creditNotes, cancellation, correlationId } = done;
    const { because, reason } = cancellation;
    const about = this.mails.about(details);
    const content = placesCancelledEmail({
      ...about,
      names: chosen.map(nameOf),
      isWhole: details.booking.status === 'cancelled',
      reason,
      invoicedPence: refund.invoiced.grossPence,
      creditNotes: this.mails.documents(about, creditNotes),
    });
    const lost = chosen.flatMap(({ delegate }) =>
      this.mails.placeLost(
        details,
        delegate,
        delegate.version + 1,
        // Why a booker cancels is between them and staff.
        { because, reason: because === 'cancelled' ? null : reason },
        correlationId,
      ),
    );
    await this.askForMail.all(manager, [
      ...this.mails.toBooker(details, 'places-cancelled', content, correlationId),
      ...lost,
    ]);
  }
}
