import { Inject, Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { v5 as uuidv5 } from 'uuid';
import { homeZone } from '#checks';
import { AskForMail } from '#messaging';
import { dateOf, instantOf, Transactions } from '#platform';
import { dueReminder, reminderDays } from '../money/purchase-orders/domain/reminder-days.js';
import { visitOrderMissing } from '../money/settled.js';
import { CLOCK, SETTINGS, type Clock } from '../tokens.js';
import { visitOrderPath } from './addresses.js';
import { visitOrderMissingEmail } from './emails/visit-order-missing.email.js';
import { lockCharge } from './lock-charge.js';
import { VisitChargeRow } from './visit-charge.entity.js';
import { VisitLinks } from './visit-links.js';

/** Asks whoever looks after a place on a study visit for a purchase order that is missing, if it is time to. */
@Injectable()
export class RemindOfVisitOrder {
  constructor(
    private readonly transactions: Transactions,
    private readonly mails: AskForMail,
    private readonly links: VisitLinks,
    @Inject(SETTINGS) private readonly settings: { readonly PUBLIC_URL: string },
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @returns whether a mail was asked for */
  run(chargeId: string, correlationId: string): Promise<boolean> {
    return this.transactions.run(async (manager) => {
      const charge = await lockCharge(manager, chargeId);
      if (charge === null || !lacksOrder(charge)) return false;
      const now = this.clock();
      const dayOf = (at: Temporal.Instant) => at.toZonedDateTimeISO(homeZone).toPlainDate();
      const last = charge.orderAskedAt && dayOf(instantOf(charge.orderAskedAt));
      const asked = dayOf(instantOf(charge.askedAt));
      const number = dueReminder(asked, dayOf(now), charge.ordersAsked, last);
      if (number === null) return false;
      const change = { ordersAsked: number, orderAskedAt: dateOf(now) };
      await manager.update(VisitChargeRow, { id: chargeId }, change);
      const siteUrl = this.settings.PUBLIC_URL;
      await this.mails.run(manager, {
        mailId: uuidv5(`visit-purchase-order-${number}`, chargeId),
        // A link that opens it for anybody is not kept for staff to read.
        kind: 'visit-links',
        reader: {
          personId: charge.contactPersonId,
          to: { name: charge.contactName, address: charge.contactEmail },
        },
        content: visitOrderMissingEmail({
          readerName: charge.contactName,
          visit: charge.visitTitle,
          traveller: charge.travellerName,
          organisation: charge.organisationName,
          invoice: charge.told?.label ?? '',
          isLast: number === reminderDays.length,
          url: siteUrl + visitOrderPath(this.links.secretOf(chargeId)),
          siteUrl,
        }),
        correlationId,
      });
      return true;
    });
  }
}

const lacksOrder = ({ purchaseOrder, purchaseOrderRequired, contactEmail, told }: VisitChargeRow): boolean =>
  purchaseOrderRequired && purchaseOrder === null && contactEmail !== '' && told?.state !== 'credited';

/** SQL for charges that may be due a reminder; the rest is for {@link RemindOfVisitOrder} to say. */
export const mayNeedReminder = `SELECT v.id FROM visit_charges v
  WHERE ${visitOrderMissing} AND v.contact_email <> '' AND v.orders_asked < ${reminderDays.length} ORDER BY v.id`;
