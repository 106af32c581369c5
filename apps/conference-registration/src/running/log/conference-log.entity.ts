import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ConferenceRow } from '../../conferences/conference.entity.js';
import type { LoggedAct } from './acts.js';

/** What was done with a conference that changes nothing of what it offers. */
@Entity('conference_log')
@Index('conference_log_conference_idx', ['conferenceId', 'at'])
export class ConferenceLogRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'conference_id', type: 'uuid' })
  @ForeignKey(() => ConferenceRow, { name: 'conference_log_conference_id_fkey', onDelete: 'CASCADE' })
  conferenceId!: string;

  @Column({ type: 'timestamptz' })
  at!: Date;

  @Column({ type: 'text' })
  act!: LoggedAct;

  @Column({ type: 'jsonb', default: {} })
  details!: object;

  @Column({ name: 'person_id', type: 'text', nullable: true })
  personId!: string | null;

  @Column({ name: 'person_name', type: 'text' })
  personName!: string;

  /** The member of staff who acted for the person. */
  @Column({ name: 'actor_id', type: 'text', nullable: true })
  actorId!: string | null;

  @Column({ name: 'actor_name', type: 'text', nullable: true })
  actorName!: string | null;
}
