import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { FollowRow } from '../following/follow.entity.js';

/** That whoever follows something wants to be reminded so many days before each date. */
@Entity('follow_reminders')
export class FollowReminderRow {
  @PrimaryColumn({ name: 'follow_id', type: 'uuid' })
  @ForeignKey(() => FollowRow, { name: 'follow_reminders_follow_id_fkey', onDelete: 'CASCADE' })
  followId!: string;

  @PrimaryColumn({ name: 'days_before', type: 'integer' })
  daysBefore!: number;

  /** When they chose it. */
  @Column({ type: 'timestamptz' })
  since!: Date;
}
