import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { ConferenceRow } from '../../conferences/conference.entity.js';

/** Staff want all bookings of a conference to be cancelled that does not take place. Who, its history says. */
@Entity('conference_cancellations')
export class ConferenceCancellationRow {
  @PrimaryColumn({ name: 'conference_id', type: 'uuid' })
  @ForeignKey(() => ConferenceRow, {
    name: 'conference_cancellations_conference_id_fkey',
    onDelete: 'CASCADE',
  })
  conferenceId!: string;

  @Column({ name: 'asked_at', type: 'timestamptz' })
  askedAt!: Date;

  /** When none was left. */
  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true })
  endedAt!: Date | null;
}

export const cancellingEntities = [ConferenceCancellationRow];
