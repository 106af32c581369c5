import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { BookingRow } from '../../bookings/booking.entity.js';

/** That a booker was reminded of a purchase order that is missing. */
@Entity('purchase_order_reminders')
export class PurchaseOrderReminderRow {
  @PrimaryColumn({ name: 'booking_id', type: 'uuid' })
  @ForeignKey(() => BookingRow, {
    name: 'purchase_order_reminders_booking_id_fkey',
    onDelete: 'CASCADE',
  })
  bookingId!: string;

  /** From 1. */
  @PrimaryColumn({ type: 'integer' })
  number!: number;

  @Column({ name: 'sent_at', type: 'timestamptz' })
  sentAt!: Date;
}
