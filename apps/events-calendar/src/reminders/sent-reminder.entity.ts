import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { EventRow } from '../events/event.entity.js';

/** A reminder of one date of an event that everybody who wanted it has been asked a mail for. */
@Entity('sent_reminders')
export class SentReminderRow {
  @PrimaryColumn({ name: 'event_id', type: 'uuid' })
  @ForeignKey(() => EventRow, { name: 'sent_reminders_event_id_fkey', onDelete: 'CASCADE' })
  eventId!: string;

  /** The day on which it begins, where it is. */
  @PrimaryColumn({ name: 'on_date', type: 'date' })
  onDate!: string;

  @PrimaryColumn({ name: 'days_before', type: 'integer' })
  daysBefore!: number;

  @Column({ type: 'timestamptz' })
  at!: Date;
}
