import { Inject, Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { v5 as uuidv5 } from 'uuid';
import { dateOf, instantOf, Transactions } from '#platform';
import { homeZone } from '#checks';
import { AskForMail } from '#messaging';
import { SecretLinks } from '../../links/secret-links.js';
import { CLOCK, SETTINGS, type Clock } from '../../tokens.js';
import { purchaseOrderPath } from '../addresses.js';
import { PurchaseOrderReminderRow } from '../entities/purchase-order-reminder.entity.js';
import { dueReminder, reminderDays } from './domain/reminder-days.js';
import { orderMissingEmail } from './emails/order-missing.email.js';

/** A booking without its purchase order, locked. */
interface Lacking {
  readonly id: string;
  readonly reference: string;
  readonly organisation: string;
  readonly bookerPersonId: string | null;
  readonly bookerName: string;
  readonly bookerEmail: string;
  readonly isGuest: boolean;
  readonly confirmedAt: Date;
  readonly conference: string;
  readonly sent: number;
  readonly lastSentAt: Date | null;
  readonly invoices: readonly string[];
}

/** Asks a booker for a purchase order that is missing, if it is time to. */
@Injectable()
export class RemindOfOrder {
  constructor(
    private readonly transactions: Transactions,
    private readonly mails: AskForMail,
    private readonly links: SecretLinks,
    @Inject(SETTINGS) private readonly settings: { readonly PUBLIC_URL: string },
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @returns whether a mail was asked for */
  run(bookingId: string, correlationId: string): Promise<boolean> {
    return this.transactions.run(async (manager) => {
      const booking = await this.lacking(manager, bookingId);
      if (booking === undefined || booking.bookerEmail === '') return false;
      const now = this.clock();
      const dayOf = (at: Temporal.Instant) => at.toZonedDateTimeISO(homeZone).toPlainDate();
      const last = booking.lastSentAt && dayOf(instantOf(booking.lastSentAt));
      const number = dueReminder(dayOf(instantOf(booking.confirmedAt)), dayOf(now), booking.sent, last);
      if (number === null) return false;
      await manager.insert(PurchaseOrderReminderRow, { bookingId, number, sentAt: dateOf(now) });
      await this.send(manager, booking, number, correlationId);
      return true;
    });
  }

  private async send(
    manager: EntityManager,
    booking: Lacking,
    number: number,
    correlationId: string,
  ): Promise<void> {
    const { id, reference, bookerName, bookerPersonId, bookerEmail } = booking;
    const key = booking.isGuest ? this.links.secretOf('booking', id) : reference;
    await this.mails.run(manager, {
      mailId: uuidv5(`purchase-order-${number}`, id),
      // A link that opens the booking for anybody is not kept for staff to read.
      kind: booking.isGuest ? 'booking-links' : 'bookings',
      reader: { personId: bookerPersonId, to: { name: bookerName, address: bookerEmail } },
      content: orderMissingEmail({
        bookerName,
        conference: booking.conference,
        reference,
        organisation: booking.organisation,
        invoices: booking.invoices,
        isLast: number === reminderDays.length,
        url: this.settings.PUBLIC_URL + purchaseOrderPath(key),
        siteUrl: this.settings.PUBLIC_URL,
      }),
      correlationId,
    });
  }

  /** The booking, if it still lacks its purchase order; locked, so that it is not entered meanwhile. */
  private async lacking(manager: EntityManager, bookingId: string): Promise<Lacking | undefined> {
    const [booking] = await manager.query<Lacking[]>(
      `SELECT b.id, b.reference, coalesce(nullif(b.organisation_name, ''), b.booker_name) AS organisation,
         b.booker_person_id AS "bookerPersonId", b.booker_name AS "bookerName", b.booker_email AS "bookerEmail",
         b.booked_for = 'guest' AS "isGuest", b.confirmed_at AS "confirmedAt", k.title AS conference,
         (SELECT count(*)::int FROM purchase_order_reminders r WHERE r.booking_id = b.id) AS sent,
         (SELECT max(r.sent_at) FROM purchase_order_reminders r WHERE r.booking_id = b.id) AS "lastSentAt",
         coalesce((SELECT array_agg(d.label ORDER BY d.number) FROM documents d
           WHERE d.booking_id = b.id AND d.series = 'invoice' AND d.net_pence > coalesce((
             SELECT sum(c.net_pence) FROM documents c WHERE c.corrects_id = d.id AND c.series = 'credit-note'), 0)),
           '{}') AS invoices
       FROM bookings b JOIN conferences k ON k.id = b.conference_id
       WHERE b.id = $1 AND ${lacksOrder} FOR UPDATE OF b`,
      [bookingId],
    );
    return booking;
  }
}

/** SQL for a booking `b` that is to be paid and lacks the purchase order that it needs. */
export const lacksOrder = `b.status = 'confirmed' AND b.purchase_order_required AND b.purchase_order IS NULL
  AND b.confirmed_at IS NOT NULL AND b.payment IS DISTINCT FROM 'nothing'`;
